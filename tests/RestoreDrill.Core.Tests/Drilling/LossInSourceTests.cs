using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Drilling;

/// <summary>Drills of several copies of a source that loses rows in between.</summary>
public sealed class LossInSourceTests
{
    [Fact]
    public async Task Copy_of_a_source_that_lost_a_table_fails_and_keeps_failing_until_the_loss_is_allowed()
    {
        var driven = await Driven.WithCopyAsync();
        var first = await driven.DrillAsync();
        await NextDayAsync(driven);
        driven.Cloud.Content.RemoveAll(static reading => reading.Name.Name == "submissions");

        var second = await driven.DrillAsync();
        await NextDayAsync(driven);
        var third = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, RunOutcome.Fail, RunOutcome.Fail), (first.Outcome, second.Outcome, third.Outcome));
        Assert.Contains("loss in the source: courses.public.submissions held 5,000 rows, now it is gone", third.Summary, StringComparison.Ordinal);
        Assert.Equal(EarlierOf(first), EarlierOf(third, compared: true));

        driven.Options = driven.Options with { Databases = [driven.Options.Databases[0] with { MayShrink = ["courses.public.submissions"] }] };
        Assert.Equal(RunOutcome.Pass, (await driven.DrillAsync()).Outcome);
    }

    [Fact]
    public async Task Older_copy_drilled_after_a_newer_one_is_compared_only_with_still_older_ones()
    {
        var driven = await Driven.WithCopyAsync();
        var oldest = driven.Cloud.VaultSnapshots.Keys.Single();
        await NextDayAsync(driven);
        driven.Cloud.Content[0] = driven.Cloud.Content[0] with { Rows = 5 };
        var newer = await driven.DrillAsync();
        driven.Cloud.Content[0] = driven.Cloud.Content[0] with { Rows = 1 };

        var older = await driven.ToTheEndAsync(await driven.OpenDrillAsync(CopySelection.Named, oldest));
        driven.Cloud.Content[0] = driven.Cloud.Content[0] with { Rows = 5 };
        var again = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, RunOutcome.Pass, RunOutcome.Pass), (newer.Outcome, older.Outcome, again.Outcome));
        Assert.Null(EarlierOf(newer, compared: true));
        Assert.Null(EarlierOf(older, compared: true));
        Assert.Equal(EarlierOf(older), EarlierOf(again, compared: true));
    }

    [Fact]
    public async Task Copy_is_compared_with_the_one_just_before_it_whichever_was_drilled_last()
    {
        var driven = await Driven.WithCopyAsync();
        var oldest = driven.Cloud.VaultSnapshots.Keys.Single();
        await driven.DrillAsync();
        await NextDayAsync(driven);
        var middle = await driven.DrillAsync();
        driven.Time.Advance(TimeSpan.FromHours(1));
        await driven.ToTheEndAsync(await driven.OpenDrillAsync(CopySelection.Named, oldest));
        await NextDayAsync(driven);

        Assert.Equal(EarlierOf(middle), EarlierOf(await driven.DrillAsync(), compared: true));
    }

    /// <summary>The source goes on for a day and is copied.</summary>
    private static async Task NextDayAsync(Driven driven)
    {
        driven.Time.Advance(TimeSpan.FromDays(1));
        driven.Cloud.DataMovedOn += TimeSpan.FromDays(1);
        Assert.Equal(RunOutcome.Copied, (await driven.CopyAsync()).Outcome);
        driven.Time.Advance(TimeSpan.FromHours(1));
    }

    /// <summary>A drill's copy as a later drill names it, or the one that it compared its own with.</summary>
    private static EarlierCopy? EarlierOf(Run drill, bool compared = false)
    {
        var state = CanonicalJson.Read<DrillState>(drill.State);
        return compared ? state.Earlier : new EarlierCopy(state.CopyName!, drill.Id, state.Facts!.DataTime);
    }
}
