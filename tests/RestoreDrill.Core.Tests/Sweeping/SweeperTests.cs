using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sweeping;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Tests.Runs;
using RestoreDrill.Core.Tests.Watching;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Core.Tests.Sweeping;

public sealed class SweeperTests
{
    private const string Delete = "rds:DeleteDBInstance";

    private readonly FakeTimeProvider _time = new(Sample.Now);
    private readonly MemoryCloud _cloud;
    private readonly MemoryRunStore _store;
    private readonly MemorySweeps _sweeps = new();
    private readonly MemoryIncidents _incidents = new();
    private int _ids;

    public SweeperTests()
    {
        _cloud = new MemoryCloud(_time);
        _store = new MemoryRunStore(_time);
    }

    [Fact]
    public async Task Instance_of_an_open_drill_is_left_alone()
    {
        Add(await OpenAsync());

        Assert.Equal(new SweepReport(1, 0, 0), await SweepAsync());

        Assert.Empty(_cloud.Changes);
        Assert.Empty(_incidents.Recorded);
    }

    [Fact]
    public async Task Instance_over_age_is_removed_though_its_drill_is_open()
    {
        var drill = await OpenAsync();
        var name = Add(drill);
        _time.Advance(TimeSpan.FromHours(25));

        Assert.Equal(new SweepReport(1, 1, 0), await SweepAsync());

        Assert.Equal([$"{Delete} {name}"], _cloud.Changes);
        var removed = Assert.Single(_incidents.Recorded);
        Assert.Equal(
            (IncidentKind.ScratchRemoved, name, Sample.Database, drill, $"scratch-removed:over-age:{name}"),
            (removed.Kind, removed.Subject, removed.Database, removed.Run, removed.Key));
    }

    [Fact]
    public async Task Instance_of_an_open_drill_that_is_being_created_is_young()
    {
        Add(await OpenAsync(), created: null);
        _time.Advance(TimeSpan.FromHours(25));

        Assert.Equal(new SweepReport(1, 0, 0), await SweepAsync());
    }

    [Fact]
    public async Task Instance_of_a_finished_drill_is_removed_and_the_drill_named()
    {
        var drill = await OpenAsync();
        var name = Add(drill);
        await FinishAsync(drill);

        Assert.Equal(new SweepReport(1, 1, 0), await SweepAsync());

        Assert.Equal([$"{Delete} {name}"], _cloud.Changes);
        var removed = Assert.Single(_incidents.Recorded);
        Assert.Equal((IncidentKind.ScratchRemoved, name, Sample.Database, drill), (removed.Kind, removed.Subject, removed.Database, removed.Run));
        Assert.Contains($"restoredrill explain {drill}", removed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instance_that_is_being_deleted_is_never_reported()
    {
        var drill = await OpenAsync();
        var name = Add(drill);
        await FinishAsync(drill);
        _cloud.Instances[name].GoneAt = _time.GetUtcNow() + TimeSpan.FromHours(1);

        Assert.Equal(new SweepReport(1, 0, 0), await SweepAsync());

        Assert.Empty(_cloud.Changes);
        Assert.Empty(_incidents.Recorded);
    }

    [Fact]
    public async Task Instance_that_its_drill_removes_during_the_sweep_is_no_defect()
    {
        var drill = await OpenAsync();
        var name = Add(drill);
        await FinishAsync(drill);
        AfterListing(() => _cloud.Instances.Remove(name));

        Assert.Equal(new SweepReport(1, 0, 0), await SweepAsync());

        Assert.Empty(_incidents.Recorded);
    }

    [Fact]
    public async Task Instance_of_an_unknown_drill_is_removed_where_the_store_can_be_believed()
    {
        var name = Add(NewId());
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(new SweepReport(1, 1, 0), await SweepAsync());

        Assert.Equal([$"{Delete} {name}"], _cloud.Changes);
        var removed = Assert.Single(_incidents.Recorded);
        Assert.Equal((IncidentKind.ScratchRemoved, name, (RunId?)null), (removed.Kind, removed.Subject, removed.Run));
    }

    [Fact]
    public async Task Instance_of_an_unknown_drill_is_only_reported_by_an_empty_store()
    {
        var name = Add(NewId());
        _sweeps.Silence = static _ => null;

        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());

        Assert.Empty(_cloud.Changes);
        var left = Assert.Single(_incidents.Recorded);
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
        _time.Advance(TimeSpan.FromHours(5));
        var hole = created.AddMinutes(holeMinutes);
        _sweeps.Silence = moment => (moment - hole).Duration() < TimeSpan.FromMinutes(16) ? TimeSpan.FromMinutes(32) : TimeSpan.FromMinutes(10);

        var report = await SweepAsync();

        Assert.Equal(onlyReported ? new SweepReport(1, 0, 1) : new SweepReport(1, 1, 0), report);
        Assert.Equal(onlyReported ? IncidentKind.ScratchLeft : IncidentKind.ScratchRemoved, Assert.Single(_incidents.Recorded).Kind);
        Assert.Equal(onlyReported ? 0 : 1, _cloud.Changes.Count);
    }

    [Fact]
    public async Task Instance_of_an_unknown_drill_that_is_being_created_waits_for_a_later_sweep()
    {
        Add(NewId(), created: null);
        _sweeps.Silence = static _ => null;

        Assert.Equal(new SweepReport(1, 0, 0), await SweepAsync());
        Assert.Empty(_incidents.Recorded);
        _time.Advance(TimeSpan.FromHours(25));

        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());
        Assert.Single(_incidents.Recorded);
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

        Assert.Empty(_cloud.Changes);
        var left = Assert.Single(_incidents.Recorded);
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

        Assert.Empty(_cloud.Changes);
        Assert.Equal((IncidentKind.ScratchLeft, name), (Assert.Single(_incidents.Recorded).Kind, _incidents.Recorded[0].Subject));
    }

    [Theory]
    [InlineData("courses-production")]
    [InlineData("rd-scratch-acme2-d04cr4r0wxyz")]
    [InlineData("rd-emergency-acme-d04cr4r0wxyz")]
    [InlineData("my-rd-scratch-acme-d04cr4r0wxyz")]
    public async Task Instance_without_our_prefix_is_not_looked_at_whatever_its_tags_say(string name)
    {
        AddNamed(name, ScratchOwnership.TagsOf(Sample.Installation, Sample.Drill));
        _time.Advance(TimeSpan.FromDays(100));

        Assert.Equal(new SweepReport(0, 0, 0), await SweepAsync());

        Assert.Empty(_cloud.Changes);
        Assert.Empty(_incidents.Recorded);
    }

    [Fact]
    public async Task Instance_whose_tags_change_after_the_listing_is_not_removed()
    {
        var drill = await OpenAsync();
        var name = Add(drill);
        await FinishAsync(drill);
        AfterListing(() => AddNamed(name, ScratchOwnership.TagsOf(Sample.Installation, drill).With(TagNames.Role, "emergency")));

        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());

        Assert.Empty(_cloud.Changes);
        Assert.Contains(_incidents.Recorded, static incident => incident.Kind == IncidentKind.ScratchLeft);
    }

    [Fact]
    public async Task Second_sweep_reports_nothing_again()
    {
        var finished = await OpenAsync();
        Add(finished);
        await FinishAsync(finished);
        AddNamed("rd-scratch-acme-stranger", new Dictionary<string, string>());
        Add(NewId());
        _sweeps.Silence = static _ => null;
        _cloud.DeletionNeverCompletes = true;

        Assert.Equal(new SweepReport(3, 1, 2), await SweepAsync());
        Assert.Equal(3, _incidents.Recorded.Count);
        Assert.Equal(new SweepReport(3, 0, 2), await SweepAsync());

        Assert.Equal(3, _incidents.Recorded.Count);
        Assert.Equal([new SweepReport(3, 1, 2), new SweepReport(3, 0, 2)], _sweeps.Reports);
    }

    [Fact]
    public async Task Removal_that_is_refused_is_reported_and_the_others_go_on()
    {
        var names = await AddFinishedAsync(3);
        _cloud.Asked = FailFirst(names[1], MemoryCloud.Refusal(CloudFault.AccessDenied, Delete, "AccessDenied"), int.MaxValue);

        Assert.Equal(new SweepReport(3, 2, 1), await SweepAsync());

        var left = Assert.Single(_incidents.Recorded, static incident => incident.Kind == IncidentKind.ScratchLeft);
        Assert.Equal(names[1], left.Subject);
        Assert.Contains("AccessDenied", left.Message, StringComparison.Ordinal);
        Assert.Contains("req-no", left.Message, StringComparison.Ordinal);
        Assert.Equal([$"{Delete} {names[0]}", $"{Delete} {names[2]}"], _cloud.Changes);
    }

    [Fact]
    public async Task Removal_that_is_throttled_is_reported_when_the_next_sweep_cannot_either()
    {
        var names = await AddFinishedAsync(1);
        _cloud.Asked = FailFirst(names[0], MemoryCloud.Refusal(CloudFault.Throttled, Delete, "Throttling"), 2);

        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());
        Assert.Equal([IncidentKind.ScratchRemoved], _incidents.Recorded.Select(static incident => incident.Kind));
        Assert.Equal(new SweepReport(1, 0, 1), await SweepAsync());
        Assert.Equal([IncidentKind.ScratchRemoved, IncidentKind.ScratchLeft], _incidents.Recorded.Select(static incident => incident.Kind));
        Assert.Equal(new SweepReport(1, 1, 0), await SweepAsync());

        Assert.Equal(2, _incidents.Recorded.Count);
        Assert.Equal([$"{Delete} {names[0]}"], _cloud.Changes);
    }

    [Fact]
    public async Task Removal_is_on_record_before_it_is_asked_for()
    {
        var names = await AddFinishedAsync(1);
        _cloud.Answered = (operation, _) =>
        {
            if (operation == Delete)
            {
                throw new ProcessKilledException();
            }
        };

        await Assert.ThrowsAsync<ProcessKilledException>(SweepAsync);

        Assert.Equal([$"{Delete} {names[0]}"], _cloud.Changes);
        Assert.Equal((IncidentKind.ScratchRemoved, names[0]), (Assert.Single(_incidents.Recorded).Kind, _incidents.Recorded[0].Subject));
    }

    [Fact]
    public async Task Listing_that_fails_fails_the_sweep_and_none_is_recorded()
    {
        await AddFinishedAsync(1);
        _cloud.Asked = static operation =>
        {
            if (operation == "rds:DescribeDBInstances")
            {
                throw MemoryCloud.Unreachable(operation);
            }
        };

        await Assert.ThrowsAsync<CloudException>(SweepAsync);

        Assert.Empty(_sweeps.Reports);
        Assert.Empty(_incidents.Recorded);
    }

    [Fact]
    public async Task Store_of_another_installation_is_refused_before_anything_is_asked()
    {
        await AddFinishedAsync(1);
        _store.Owner = InstallationId.Parse("other");

        await Assert.ThrowsAsync<RefusedException>(SweepAsync);

        Assert.Equal(0, _cloud.Calls);
        Assert.Empty(_incidents.Recorded);
    }

    [Fact]
    public async Task Role_in_another_account_is_refused()
    {
        await AddFinishedAsync(1);
        var options = Sample.Options with { Vault = Sample.Options.Vault with { AccountId = "333333333333" } };

        await Assert.ThrowsAsync<RefusedException>(() =>
            new Sweeper(options, new MemoryScratch(_cloud), _store, _sweeps, _incidents, _time).SweepAsync(CancellationToken.None));

        Assert.Empty(_cloud.Changes);
    }

    private Task<SweepReport> SweepAsync() =>
        new Sweeper(Sample.Options, new MemoryScratch(_cloud), _store, _sweeps, _incidents, _time).SweepAsync(CancellationToken.None);

    private RunId NewId(DateTimeOffset? made = null) => RunId.New(RunKind.Drill, made ?? _time.GetUtcNow(), new Random(++_ids));

    private async Task<RunId> OpenAsync()
    {
        var run = new NewRun(NewId(), RunKind.Drill, Sample.Database, RunRequest.ByPerson("test"), DrillPhases.Removing, "{}");
        return (await _store.OpenAsync(run, CancellationToken.None)).Run.Id;
    }

    private async Task FinishAsync(RunId drill)
    {
        var lease = (await _store.TryAcquireAsync(drill, "me", TimeSpan.FromMinutes(1), CancellationToken.None))!;
        var end = new RunChange { Phase = DrillPhases.Finished, State = "{}", Conclusion = new RunConclusion(RunOutcome.Pass, "It restores.") };
        await _store.SaveAsync(lease, end, CancellationToken.None);
    }

    private async Task<List<string>> AddFinishedAsync(int count)
    {
        var names = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var drill = await OpenAsync();
            names.Add(Add(drill));
            await FinishAsync(drill);
        }

        return names;
    }

    private string Add(RunId drill, IReadOnlyDictionary<string, string>? tags = null) => Add(drill, _time.GetUtcNow(), tags);

    private string Add(RunId drill, DateTimeOffset? created, IReadOnlyDictionary<string, string>? tags = null) =>
        AddNamed(Sample.Names.ScratchInstance(drill), tags ?? ScratchOwnership.TagsOf(Sample.Installation, drill), created);

    private string AddNamed(string name, IReadOnlyDictionary<string, string> tags, DateTimeOffset? created = null)
    {
        _cloud.Instances[name] = new MemoryInstance(Sample.Scratch(name, tags) with { CreatedAt = created }, _time.GetUtcNow());
        return name;
    }

    /// <summary>Something that happens between the listing and what follows.</summary>
    private void AfterListing(Action happens) => _cloud.Answered = (operation, _) =>
    {
        if (operation == "rds:DescribeDBInstances")
        {
            _cloud.Answered = static (_, _) => { };
            happens();
        }
    };

    /// <summary>Lets the first calls to delete one instance fail. What is asked about directly before says which instance is meant.</summary>
    private Action<string> FailFirst(string name, CloudException answer, int times)
    {
        var failed = 0;
        return operation =>
        {
            if (operation == Delete && _incidents.Recorded.FindLast(static incident => incident.Kind == IncidentKind.ScratchRemoved)?.Subject == name
                && ++failed <= times)
            {
                throw answer;
            }
        };
    }
}
