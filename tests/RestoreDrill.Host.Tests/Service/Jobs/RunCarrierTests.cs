using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Service.Jobs;
using RestoreDrill.Host.Tests.Configuration;
using RestoreDrill.Host.Tests.Service.Setting;

namespace RestoreDrill.Host.Tests.Service.Jobs;

/// <summary>The carrier is called as Hangfire would call it; by a clock that stands still it is Sunday, 1 March 2026, 04:00 in Berlin, when the drill is due.</summary>
public sealed class RunCarrierTests(ServiceStores stores) : ServiceTest(stores)
{
    private static readonly DateTimeOffset DrillTime = new(2026, 3, 1, 3, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(DrillTime);
    private readonly Dictionary<string, string> _remembered = [];

    private ServiceUnderTest _service = null!;
    private RunCarrier _carrier = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await ComposeAsync(static _ => { });
    }

    public override async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Scheduled_job_opens_the_run_of_its_moment_and_carries_it_to_the_end()
    {
        var job = Job("1", DrillTime.AddSeconds(4));

        var outcomes = await CarryToTheEndAsync(RunKind.Drill, "courses", job);

        var run = await OnlyRunAsync();
        Assert.Equal((RunKind.Drill, false, DrillTime, "1", "schedule:drill:courses"), (run.Kind, run.Asked, run.Occurrence!.Value, run.Job, run.Trigger));
        Assert.NotNull(run.FinishedAt);
        Assert.Equal($"{run.Outcome}: {run.Summary}", outcomes[^1].Note);
        Assert.True(outcomes.Count > 1, "One execution is one step.");
    }

    [Theory]
    [InlineData(RunKind.Drill, 59, 1)]
    [InlineData(RunKind.Drill, 61, 0)]
    [InlineData(RunKind.Copy, 300, 1)]
    public async Task Late_job_opens_a_copy_run_however_late_it_is_and_a_drill_within_its_grace(RunKind kind, int minutes, int runs)
    {
        await ComposeAsync(static configuration => configuration.Database["Schedule"] = System.Text.Json.Nodes.JsonNode.Parse(
            """{ "TimeZone": "UTC", "Copy": { "Cron": "0 3 * * *" }, "Drill": { "Cron": "0 3 * * *", "Grace": "01:00:00" } }"""));
        _time.Advance(TimeSpan.FromMinutes(minutes));

        var outcome = await _carrier.CarryAsync(kind, "courses", Job("1") with { AskedAt = _time.GetUtcNow() }, Ct);

        Assert.Equal(runs, (await _service.Records.ListAsync(null, kind, 10, Ct)).Count);
        Assert.Equal(runs == 0, outcome.Note.StartsWith("missed: due at 2026-03-01 03:00:00 UTC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requeue_of_a_job_whose_run_has_ended_makes_no_new_run()
    {
        await CarryToTheEndAsync(RunKind.Copy, "courses", Job("1", asked: true));
        var ended = await OnlyRunAsync();

        var outcome = await _carrier.CarryAsync(RunKind.Copy, "courses", Job("1", asked: true), Ct);

        Assert.Null(outcome.Again);
        Assert.Contains(ended.Summary!, outcome.Note, StringComparison.Ordinal);
        Assert.Equal(ended, await OnlyRunAsync());
    }

    [Fact]
    public async Task Two_jobs_of_one_scheduled_moment_make_one_run()
    {
        var first = await CarryToTheEndAsync(RunKind.Drill, "courses", Job("1", DrillTime.AddSeconds(1)));
        var run = await OnlyRunAsync();

        // By a host whose clock is five minutes ahead.
        var outcome = await _carrier.CarryAsync(RunKind.Drill, "courses", Job("2", DrillTime.AddMinutes(5)), Ct);

        Assert.Null(first[^1].Again);
        Assert.Null(outcome.Again);
        Assert.Equal($"run {run.Id} was the answer, carried by job 1: {run.Summary}", outcome.Note);
        Assert.Equal(run, await OnlyRunAsync());
    }

    [Fact]
    public async Task Job_that_an_open_run_answers_is_done_and_stays_so_when_it_is_requeued_after_that_run()
    {
        var open = await OpenAsync(_service, RunKind.Copy);

        var outcome = await _carrier.CarryAsync(RunKind.Copy, "courses", Job("2", asked: true), Ct);
        Assert.Equal($"run {open.Id} is the answer, carried by a process of its own", outcome.Note);
        Assert.Equal(open.Id.Value, _remembered["2"]);

        var ended = await FinishAsync(_service, open);
        var again = await _carrier.CarryAsync(RunKind.Copy, "courses", Job("2", asked: true), Ct);
        Assert.Equal($"run {open.Id} was the answer, carried by a process of its own: {ended.Summary}", again.Note);
        await OnlyRunAsync();
    }

    [Fact]
    public async Task Wish_that_was_made_before_a_run_was_opened_is_answered_by_it_though_it_has_ended()
    {
        var wished = await _service.Records.ClockAsync(Ct);
        await FinishAsync(_service, await OpenAsync(_service, RunKind.Copy));

        Assert.StartsWith("run ", (await _carrier.CarryAsync(RunKind.Copy, "courses", Job("2", asked: true) with { AskedAt = wished }, Ct)).Note, StringComparison.Ordinal);
        await OnlyRunAsync();

        await _carrier.CarryAsync(RunKind.Copy, "courses", Job("3", asked: true) with { AskedAt = await _service.Records.ClockAsync(Ct) }, Ct);
        Assert.Equal(2, (await _service.Records.ListAsync(null, null, 10, Ct)).Count);
    }

    [Fact]
    public async Task Run_that_another_process_ended_between_two_steps_is_told_as_it_ended()
    {
        await _carrier.CarryAsync(RunKind.Copy, "courses", Job("1", asked: true), Ct);
        var ended = await FinishAsync(_service, await OnlyRunAsync());

        var outcome = await _carrier.CarryAsync(RunKind.Copy, "courses", Job("1", asked: true), Ct);

        Assert.Equal(new JobOutcome($"Failed: {ended.Summary}"), outcome);
    }

    [Fact]
    public async Task Run_that_another_process_holds_is_waited_for()
    {
        var run = await OpenAsync(_service, RunKind.Copy, job: "1");
        Assert.NotNull(await _service.Records.TryAcquireAsync(run.Id, "another process", TimeSpan.FromMinutes(1), Ct));

        var outcome = await _carrier.CarryAsync(RunKind.Copy, "courses", Job("1", asked: true), Ct);

        Assert.Equal(JobOutcome.Later(_service.Installation.Timing.Poll, "another process holds the run"), outcome);
        Assert.Equal("waiting-for-turn", (await OnlyRunAsync()).Phase);
    }

    [Fact]
    public async Task Run_in_a_phase_of_another_release_is_left_to_it()
    {
        var run = await OpenAsync(_service, RunKind.Copy, job: "1", phase: "teleporting");

        var outcome = await _carrier.CarryAsync(RunKind.Copy, "courses", Job("1", asked: true), Ct);

        Assert.NotNull(outcome.Again);
        Assert.Contains("teleporting", outcome.Note, StringComparison.Ordinal);
        Assert.NotNull(await _service.Records.TryAcquireAsync(run.Id, "the other release", TimeSpan.FromMinutes(1), Ct));
        Assert.Equal("teleporting", (await OnlyRunAsync()).Phase);
    }

    [Fact]
    public async Task Database_that_this_host_does_not_know_is_left_to_another_host_and_then_refused()
    {
        var outcome = await _carrier.CarryAsync(RunKind.Drill, "books", Job("1"), Ct);
        Assert.NotNull(outcome.Again);
        Assert.Contains("no database 'books'", outcome.Note, StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromMinutes(10));
        var refused = await Assert.ThrowsAsync<JobRefusedException>(() => _carrier.CarryAsync(RunKind.Drill, "books", Job("1", DrillTime), Ct));
        Assert.Contains("'books'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was begun", refused.Message, StringComparison.Ordinal);
        var incident = Assert.Single(await _service.Records.ListIncidentsAsync(10, Ct));
        Assert.Equal((IncidentKind.Refused, "drill:books", refused.Message), (incident.Kind, incident.Subject, incident.Message));
        Assert.Empty(await _service.Records.ListAsync(null, null, 10, Ct));
    }

    [Fact]
    public async Task Run_of_a_database_that_was_taken_out_of_the_configuration_is_carried_to_its_end()
    {
        await _carrier.CarryAsync(RunKind.Copy, "courses", Job("1", asked: true), Ct);
        await ComposeAsync(static configuration => configuration.Database["Name"] = "books");

        var outcomes = await CarryToTheEndAsync(RunKind.Copy, "courses", Job("1", asked: true));

        Assert.Null(outcomes[^1].Again);
        Assert.Equal(RunOutcome.Failed, (await OnlyRunAsync()).Outcome);
    }

    [Fact]
    public async Task Job_waits_for_its_point_in_the_jitter_and_opens_nothing_before()
    {
        await ComposeAsync(static configuration => configuration.Database["Schedule"]!["Copy"]!["Jitter"] = "00:30:00");
        var scheduled = new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);
        _time.AdjustTime(scheduled.AddSeconds(1));

        var outcome = await _carrier.CarryAsync(RunKind.Copy, "courses", Job("1", scheduled), Ct);

        Assert.InRange(outcome.Again!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30));
        Assert.Empty(await _service.Records.ListAsync(null, null, 10, Ct));

        _time.Advance(outcome.Again.Value);
        await _carrier.CarryAsync(RunKind.Copy, "courses", Job("1", scheduled), Ct);
        Assert.Equal(scheduled, (await OnlyRunAsync()).Occurrence);
    }

    [Fact]
    public async Task Job_waits_for_the_end_of_a_blackout_window_unless_a_person_asked()
    {
        await ComposeAsync(static configuration => configuration.Database["Schedule"] = System.Text.Json.Nodes.JsonNode.Parse(
            """{ "TimeZone": "Europe/Berlin", "Drill": { "Cron": "0 4 * * *" }, "Blackouts": [ { "From": "03:00", "To": "06:30" } ] }"""));

        var outcome = await _carrier.CarryAsync(RunKind.Drill, "courses", Job("1", DrillTime), Ct);
        Assert.Equal(TimeSpan.FromMinutes(150), outcome.Again);
        Assert.Contains("2026-03-01 05:30:00 UTC", outcome.Note, StringComparison.Ordinal);
        Assert.Empty(await _service.Records.ListAsync(null, null, 10, Ct));

        await _carrier.CarryAsync(RunKind.Drill, "courses", Job("2", DrillTime, asked: true), Ct);
        var run = await OnlyRunAsync();
        Assert.Equal((true, null, "2"), (run.Asked, run.Occurrence, run.Job));
    }

    [Fact]
    public async Task Going_on_is_for_the_job_that_has_the_run()
    {
        var run = await OpenAsync(_service, RunKind.Copy, job: "7");

        var outcome = await _carrier.GoOnAsync(run.Id.Value, Job("8"), Ct);
        Assert.Equal($"run {run.Id} is the answer, carried by job 7", outcome.Note);
        Assert.Equal("waiting-for-turn", (await OnlyRunAsync()).Phase);

        Assert.NotNull((await _carrier.GoOnAsync(run.Id.Value, Job("7"), Ct)).Again);
        Assert.NotEqual("waiting-for-turn", (await OnlyRunAsync()).Phase);
        await Assert.ThrowsAsync<JobRefusedException>(() => _carrier.GoOnAsync("c00000000009", Job("7"), Ct));
    }

    [Fact]
    public async Task Service_that_stops_in_a_step_leaves_the_run_to_whoever_is_next()
    {
        var run = await OpenAsync(_service, RunKind.Copy, job: "1");
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _carrier.GoOnAsync(run.Id.Value, Job("1"), stopping.Token));

        Assert.NotNull(await _service.Records.TryAcquireAsync(run.Id, "the next host", TimeSpan.FromMinutes(1), Ct));
    }

    private async Task ComposeAsync(Action<ConfigurationFolder> change)
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        _service = ServiceUnderTest.Compose(Store, change, _time);
        _carrier = _service.Get<RunCarrier>();
    }

    private CurrentJob Job(string id, DateTimeOffset? at = null, bool asked = false) => new()
    {
        Id = id,
        Asked = asked,
        CreatedAt = at ?? _time.GetUtcNow(),
        Time = at ?? _time.GetUtcNow(),
        AnsweredBy = _remembered.GetValueOrDefault(id),
        RememberRun = run => _remembered[id] = run,
    };

    private async Task<List<JobOutcome>> CarryToTheEndAsync(RunKind kind, string database, CurrentJob job)
    {
        List<JobOutcome> outcomes = [await _carrier.CarryAsync(kind, database, job, Ct)];
        while (outcomes[^1].Again is { } wait)
        {
            Assert.True(outcomes.Count < 60, string.Join(Environment.NewLine, outcomes));
            _time.Advance(wait);
            outcomes.Add(await _carrier.CarryAsync(kind, database, job, Ct));
        }

        return outcomes;
    }

    private async Task<Run> OnlyRunAsync() => Assert.Single(await _service.Records.ListAsync(null, null, 10, Ct));
}
