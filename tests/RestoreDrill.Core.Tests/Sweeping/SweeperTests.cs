using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Core.Tests.Sweeping;

/// <summary>Which scratch instances are removed, and which are only reported.</summary>
public sealed class SweeperTests : SweeperScene
{
    [Fact]
    public async Task Instance_of_an_open_drill_is_left_alone()
    {
        Add(await OpenAsync());

        Assert.Equal(new SweepReport(1, 0, 0), await SweepAsync());

        Assert.Empty(Account.Changes);
        Assert.Empty(Incidents.Recorded);
    }

    [Fact]
    public async Task Instance_over_age_is_removed_though_its_drill_is_open()
    {
        var drill = await OpenAsync();
        var name = Add(drill);
        Time.Advance(TimeSpan.FromHours(25));

        Assert.Equal(new SweepReport(1, 1, 0), await SweepAsync());

        Assert.Equal([$"{Delete} {name}"], Account.Changes);
        var removed = Assert.Single(Incidents.Recorded);
        Assert.Equal(
            (IncidentKind.ScratchRemoved, name, Sample.Database, drill, $"scratch-removed:over-age:{name}"),
            (removed.Kind, removed.Subject, removed.Database, removed.Run, removed.Key));
    }

    [Fact]
    public async Task Instance_of_an_open_drill_that_is_being_created_is_young()
    {
        Add(await OpenAsync(), created: null);
        Time.Advance(TimeSpan.FromHours(25));

        Assert.Equal(new SweepReport(1, 0, 0), await SweepAsync());
    }

    [Fact]
    public async Task Instance_of_a_finished_drill_is_removed_and_the_drill_named()
    {
        var drill = await OpenAsync();
        var name = Add(drill);
        await FinishAsync(drill);

        Assert.Equal(new SweepReport(1, 1, 0), await SweepAsync());

        Assert.Equal([$"{Delete} {name}"], Account.Changes);
        var removed = Assert.Single(Incidents.Recorded);
        Assert.Equal((IncidentKind.ScratchRemoved, name, Sample.Database, drill), (removed.Kind, removed.Subject, removed.Database, removed.Run));
        Assert.Contains($"restoredrill explain {drill}", removed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instance_that_is_being_deleted_is_never_reported()
    {
        var drill = await OpenAsync();
        var name = Add(drill);
        await FinishAsync(drill);
        Account.Instances[name].GoneAt = Time.GetUtcNow() + TimeSpan.FromHours(1);

        Assert.Equal(new SweepReport(1, 0, 0), await SweepAsync());

        Assert.Empty(Account.Changes);
        Assert.Empty(Incidents.Recorded);
    }

    [Fact]
    public async Task Instance_that_its_drill_removes_during_the_sweep_is_no_defect()
    {
        var drill = await OpenAsync();
        var name = Add(drill);
        await FinishAsync(drill);
        AfterListing(() => Account.Instances.Remove(name));

        Assert.Equal(new SweepReport(1, 0, 0), await SweepAsync());

        Assert.Empty(Incidents.Recorded);
    }

    [Fact]
    public async Task Instance_of_an_unknown_drill_is_removed_where_the_store_can_be_believed()
    {
        var name = Add(NewId());
        Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(new SweepReport(1, 1, 0), await SweepAsync());

        Assert.Equal([$"{Delete} {name}"], Account.Changes);
        var removed = Assert.Single(Incidents.Recorded);
        Assert.Equal((IncidentKind.ScratchRemoved, name, (RunId?)null), (removed.Kind, removed.Subject, removed.Run));
    }

    [Fact]
    public async Task Instance_of_an_unknown_drill_is_only_reported_by_an_empty_store()
    {
        var name = Add(NewId());
        Sweeps.Silence = static _ => null;

        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());

        Assert.Empty(Account.Changes);
        var left = Assert.Single(Incidents.Recorded);
        Assert.Equal((IncidentKind.ScratchLeft, name, (RunId?)null), (left.Kind, left.Subject, left.Run));
        Assert.Contains("is new, was emptied, or was restored from a backup", left.Message, StringComparison.Ordinal);
        Assert.Contains("runbooks/scratch-left-behind.md", left.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-45, true)]
    [InlineData(0, true)]
    [InlineData(45, false)]
    [InlineData(-120, false)]
    public async Task Instance_of_an_unknown_drill_is_only_reported_where_the_store_has_a_hole(int holeMinutes, bool onlyReported)
    {
        // The drill was opened 45 minutes before its instance came to be.
        var created = Sample.Now;
        Add(NewId(created.AddMinutes(-45)), created);
        Time.Advance(TimeSpan.FromHours(5));
        var hole = created.AddMinutes(holeMinutes);
        Sweeps.Silence = moment => (moment - hole).Duration() < TimeSpan.FromMinutes(16) ? TimeSpan.FromMinutes(32) : TimeSpan.FromMinutes(10);

        var report = await SweepAsync();

        Assert.Equal(onlyReported ? new SweepReport(1, 0, 1) : new SweepReport(1, 1, 0), report);
        Assert.Equal(onlyReported ? IncidentKind.ScratchLeft : IncidentKind.ScratchRemoved, Assert.Single(Incidents.Recorded).Kind);
        Assert.Equal(onlyReported ? 0 : 1, Account.Changes.Count);
    }

    [Fact]
    public async Task Instance_of_an_unknown_drill_that_is_being_created_waits_for_a_later_sweep()
    {
        Add(NewId(), created: null);
        Sweeps.Silence = static _ => null;

        Assert.Equal(new SweepReport(1, 0, 0), await SweepAsync());
        Assert.Empty(Incidents.Recorded);
        Time.Advance(TimeSpan.FromHours(25));

        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());
        Assert.Single(Incidents.Recorded);
    }

    [Theory]
    [InlineData(TagNames.Role, null)]
    [InlineData(TagNames.Role, "emergency")]
    [InlineData(TagNames.Installation, "other")]
    [InlineData(TagNames.Installation, null)]
    [InlineData(TagNames.Run, "d04cr4r0wxy0")]
    [InlineData(TagNames.Run, null)]
    public async Task Instance_that_is_ours_by_name_but_not_by_tags_is_only_reported(string key, string? value)
    {
        var drill = await OpenAsync();
        var name = Add(drill, tags: ScratchOwnership.TagsOf(Sample.Installation, drill).With(key, value));
        await FinishAsync(drill);

        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());

        Assert.Empty(Account.Changes);
        var left = Assert.Single(Incidents.Recorded);
        Assert.Equal((IncidentKind.ScratchLeft, name), (left.Kind, left.Subject));
        Assert.Contains(key, left.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rd-scratch-acme-production")]
    [InlineData("rd-scratch-acme-c04cr4r0abcd")]
    [InlineData("rd-scratch-acme-d04cr4r0wxyz2")]
    public async Task Instance_with_our_prefix_that_is_named_after_no_drill_is_only_reported(string name)
    {
        AddNamed(name, ScratchOwnership.TagsOf(Sample.Installation, Sample.Drill));

        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());

        Assert.Empty(Account.Changes);
        Assert.Equal((IncidentKind.ScratchLeft, name), (Assert.Single(Incidents.Recorded).Kind, Incidents.Recorded[0].Subject));
    }

    [Theory]
    [InlineData("courses-production")]
    [InlineData("rd-scratch-acme2-d04cr4r0wxyz")]
    [InlineData("rd-emergency-acme-d04cr4r0wxyz")]
    [InlineData("my-rd-scratch-acme-d04cr4r0wxyz")]
    public async Task Instance_without_our_prefix_is_not_looked_at_whatever_its_tags_say(string name)
    {
        AddNamed(name, ScratchOwnership.TagsOf(Sample.Installation, Sample.Drill));
        Time.Advance(TimeSpan.FromDays(100));

        Assert.Equal(new SweepReport(0, 0, 0), await SweepAsync());

        Assert.Empty(Account.Changes);
        Assert.Empty(Incidents.Recorded);
    }

    [Fact]
    public async Task Instance_whose_tags_change_after_the_listing_is_not_removed()
    {
        var drill = await OpenAsync();
        var name = Add(drill);
        await FinishAsync(drill);
        AfterListing(() => AddNamed(name, ScratchOwnership.TagsOf(Sample.Installation, drill).With(TagNames.Role, "emergency")));

        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());

        Assert.Empty(Account.Changes);
        Assert.Contains(Incidents.Recorded, static incident => incident.Kind == IncidentKind.ScratchLeft);
    }

    [Fact]
    public async Task Second_sweep_reports_nothing_again()
    {
        var finished = await OpenAsync();
        Add(finished);
        await FinishAsync(finished);
        AddNamed("rd-scratch-acme-stranger", new Dictionary<string, string>());
        Add(NewId());
        Sweeps.Silence = static _ => null;
        Account.DeletionNeverCompletes = true;

        Assert.Equal(new SweepReport(3, 1, 2), await SweepAsync());
        Assert.Equal(3, Incidents.Recorded.Count);
        Assert.Equal(new SweepReport(3, 0, 2), await SweepAsync());

        Assert.Equal(3, Incidents.Recorded.Count);
        Assert.Equal([new SweepReport(3, 1, 2), new SweepReport(3, 0, 2)], Sweeps.Reports);
    }
}
