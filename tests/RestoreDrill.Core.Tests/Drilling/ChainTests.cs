using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Drilling;

/// <summary>Drills of several copies of one source that compare them with each other.</summary>
public sealed class ChainTests
{
    [Fact]
    public async Task Second_copy_is_proven_against_the_first_which_begins_the_chain()
    {
        var driven = await ChainedAsync();
        var first = await driven.DrillAsync();
        await NextDayAsync(driven, (3, 1500, 7));
        var second = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, "restores"), (first.Outcome, first.Level));
        Assert.Equal((RunOutcome.Pass, "matches-source"), (second.Outcome, second.Level));
        Assert.Contains("proven identical with those of copy " + CopyOf(first), second.Summary, StringComparison.Ordinal);
        Assert.Null(StateOf(first).Chain!.Base);
        Assert.Equal((first.Id, 1000UL), (StateOf(second).Chain!.Base!.Drill, StateOf(second).Chain!.Base!.Limit));
    }

    [Fact]
    public async Task Copy_that_lacks_what_both_its_neighbours_hold_is_revoked_by_the_later_one_s_drill()
    {
        var driven = await ChainedAsync();
        var first = await driven.DrillAsync();
        await NextDayAsync(driven);
        var lost = driven.Cloud.Versions[0];
        driven.Cloud.Versions.RemoveAt(0);
        var second = await driven.DrillAsync();
        await NextDayAsync(driven);
        driven.Cloud.Versions.Insert(0, lost);

        var third = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, RunOutcome.Pass, RunOutcome.Inconclusive), (first.Outcome, second.Outcome, third.Outcome));
        var revocation = Assert.Single(driven.Store.Revocations);
        Assert.Equal((CopyOf(second), second.Id, third.Id, CopyOf(third), CopyOf(first)), (revocation.CopyName, revocation.Drill, revocation.FoundBy, revocation.LaterCopy, revocation.EarlierCopy));
        Assert.Equal(["courses.public.students, block 0: 2 rows are in the copies before and after it, only 1 in it"], revocation.Places);
        Assert.Contains($"copy {CopyOf(second)} does not hold", third.Summary, StringComparison.Ordinal);
        Assert.Contains(await driven.Store.EventsAsync(third.Id, 0, default), line => line.Kind == RunEventKind.Warning && line.Message.Contains("is revoked", StringComparison.Ordinal));

        // Asking again makes neither of the two right.
        var later = await driven.DrillAsync();
        Assert.Equal(RunOutcome.Inconclusive, later.Outcome);
        Assert.Equal((false, false, true, true), (StateOf(first).IsContradicted, StateOf(second).IsContradicted, StateOf(third).IsContradicted, StateOf(later).IsContradicted));
        driven.Cloud.Versions.RemoveAt(0);
        var again = await driven.ToTheEndAsync(await driven.OpenDrillAsync(CopySelection.Named, CopyOf(second)));
        Assert.Equal(RunOutcome.Fail, again.Outcome);
        Assert.Contains($"the proof of copy {CopyOf(second)}", again.Summary, StringComparison.Ordinal);

        // The chain goes on behind them.
        driven.Cloud.Versions.Insert(0, lost);
        await NextDayAsync(driven);
        var fourth = await driven.DrillAsync();
        Assert.Equal(RunOutcome.Pass, fourth.Outcome);
        Assert.Equal((CopyOf(first), CopyOf(first)), (StateOf(fourth).Chain!.Base!.CopyName, StateOf(fourth).Earlier!.Name));
        Assert.Single(driven.Store.Revocations);
    }

    [Fact]
    public async Task Drill_that_fails_revokes_nothing()
    {
        var driven = await ChainedAsync();
        await driven.DrillAsync();
        await NextDayAsync(driven);
        var lost = driven.Cloud.Versions[0];
        driven.Cloud.Versions.RemoveAt(0);
        await driven.DrillAsync();
        await NextDayAsync(driven);
        driven.Cloud.Versions.Insert(0, lost);
        driven.Cloud.Content.RemoveAll(static reading => reading.Name.Name == "submissions");

        Assert.Equal(RunOutcome.Fail, (await driven.DrillAsync()).Outcome);
        Assert.Empty(driven.Store.Revocations);
    }

    [Fact]
    public async Task Copies_are_compared_in_order_of_their_data_whichever_is_drilled_first()
    {
        var driven = await ChainedAsync();
        var oldest = driven.Cloud.VaultSnapshots.Keys.Single();
        await NextDayAsync(driven);
        var newer = await driven.DrillAsync();

        var older = await driven.ToTheEndAsync(await driven.OpenDrillAsync(CopySelection.Named, oldest));
        var again = await driven.DrillAsync();

        Assert.Null(StateOf(newer).Chain!.Base);
        Assert.Null(StateOf(older).Chain!.Base);
        Assert.Equal((CopyOf(newer), oldest), (CopyOf(again), StateOf(again).Chain!.Base!.CopyName));
    }

    [Fact]
    public async Task Another_cluster_begins_another_chain()
    {
        var driven = await ChainedAsync();
        await driven.DrillAsync();
        await NextDayAsync(driven);
        driven.Cloud.SystemIdentifier = "7302";

        var other = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Pass, other.Outcome);
        Assert.Null(StateOf(other).Chain!.Base);
        Assert.Contains(StateOf(other).Verdict!.Checks, static check => check is { Id: "chain", Outcome: CheckOutcome.NotAvailable });
    }

    [Fact]
    public async Task Source_that_stood_still_is_compared_although_its_later_copy_gave_out_fewer_transactions()
    {
        var driven = await ChainedAsync();
        await driven.DrillAsync();
        await NextDayAsync(driven);
        driven.Cloud.NextTransaction = 998;

        Assert.Equal("matches-source", (await driven.DrillAsync()).Level);
    }

    [Fact]
    public async Task Readings_of_the_base_that_were_changed_prove_nothing()
    {
        var driven = await ChainedAsync();
        var first = await driven.DrillAsync();
        await NextDayAsync(driven);
        driven.Store.TamperWithChain(first.Id);

        var second = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Inconclusive, second.Outcome);
        Assert.Contains("one of them was changed", second.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_that_is_asked_for_keeps_a_drill_from_passing_but_not_from_pinning()
    {
        var driven = await ChainedAsync(0.9);
        await driven.DrillAsync();
        await NextDayAsync(driven);
        driven.Cloud.Versions.Clear();

        var second = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Inconclusive, second.Outcome);
        Assert.Contains("proven to be those of an earlier copy", second.Summary, StringComparison.Ordinal);
        Assert.NotNull(await driven.Store.FindBirthCertificateAsync(StateOf(second).CopyArn!, default));
    }

    private static async Task<Driven> ChainedAsync(double? share = null)
    {
        var driven = await Driven.WithCopyAsync();
        driven.Options = driven.Options with { Databases = [driven.Options.Databases[0] with { Chain = new ChainOptions { MinimumProvenShare = share } }] };
        driven.Cloud.Versions = [(0, 10, 1), (0, 11, 2), (1, 12, 3), (2, 13, 4)];
        return driven;
    }

    /// <summary>The source goes on for a day and is copied.</summary>
    private static async Task NextDayAsync(Driven driven, params (int, ulong, long)[] made)
    {
        driven.Time.Advance(TimeSpan.FromDays(1));
        driven.Cloud.DataMovedOn += TimeSpan.FromDays(1);
        driven.Cloud.NextTransaction += 1000;
        driven.Cloud.Versions.AddRange(made);
        Assert.Equal(RunOutcome.Copied, (await driven.CopyAsync()).Outcome);
        driven.Time.Advance(TimeSpan.FromHours(1));
    }

    private static DrillState StateOf(Run drill) => CanonicalJson.Read<DrillState>(drill.State);

    private static string CopyOf(Run drill) => StateOf(drill).CopyName!;
}
