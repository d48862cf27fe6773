using Hangfire;
using Hangfire.States;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Service;
using RestoreDrill.Host.Service.Jobs;
using RestoreDrill.Host.Service.Recurring;
using RestoreDrill.Host.Tests.Service.Setting;

namespace RestoreDrill.Host.Tests.Service.Recurring;

public sealed class StuckRunRescueTests(ServiceStores stores) : ServiceTest(stores)
{
    [Theory]
    [InlineData("Failed")]
    [InlineData("Deleted")]
    [InlineData("Succeeded")]
    public async Task Run_whose_job_has_ended_is_ended_by_the_same_job(string state)
    {
        string job;
        Run run;
        await using (var before = ServiceUnderTest.Compose(Store))
        {
            job = before.Client.Create(JobCall.Do("copy:courses"), new ScheduledState(TimeSpan.FromDays(1)));
            run = await OpenAsync(before, job: job);
            IState end = state switch { "Failed" => new FailedState(new JobRefusedException("lost")), "Deleted" => new DeletedState(), _ => new SucceededState(null, 0, 0) };
            Assert.True(before.Client.ChangeState(job, end));
            Assert.Equal(state, before.StateOf(job));
        }

        await using var service = await ServiceUnderTest.StartAsync(Store);
        var after = await EndedAsync(service, run.Id);

        Assert.Equal((RunOutcome.Copied, job), (after.Outcome, after.Job));
        var incident = (await TakenUpAsync(service, run.Id))[^1];
        Assert.Equal((run.Id.Value, "courses", run.Id), (incident.Subject, incident.Database, incident.Run));
        Assert.Contains($"its job {job} has ended", incident.Message, StringComparison.Ordinal);
        await EventuallyAsync(() => service.StateOf(job) == SucceededState.StateName, "the job succeeds");
    }

    [Fact]
    public async Task Runs_whose_jobs_are_gone_get_new_ones_in_the_queues_they_belong_to()
    {
        await using var service = await ServiceUnderTest.StartAsync(Store);
        (Run Run, string Queue)[] runs =
        [
            (await OpenAsync(service, RunKind.Copy, job: "4711", asked: true), Queues.Asked),
            (await OpenAsync(service, RunKind.Drill, job: "4712", asked: false), Queues.Scheduled),
        ];

        foreach (var (run, queue) in runs)
        {
            var ended = await EndedAsync(service, run.Id);
            Assert.NotEqual(run.Job, ended.Job);
            var job = service.Details(ended.Job!).Job;
            Assert.Equal((nameof(ServiceJobs.GoOnAsync), run.Id.Value), (job.Method.Name, job.Args[0]));
            Assert.All(service.History(ended.Job!).Where(static state => state.StateName == EnqueuedState.StateName), state => Assert.Equal(queue, state.Data["Queue"]));
        }

        foreach (var (run, _) in runs)
        {
            await TakenUpAsync(service, run.Id);
        }

        var recorded = await IncidentsAsync(service, IncidentKind.RunTakenUp);
        Assert.Equal(runs.Select(static run => run.Run.Id.Value).Order(), recorded.Select(static incident => incident.Subject).Distinct().Order());
    }

    [Fact]
    public async Task Run_of_a_command_line_that_died_is_taken_up_once_it_is_idle_for_long()
    {
        await using var service = await ServiceUnderTest.StartAsync(Store);
        var run = await OpenAsync(service);
        Assert.Null(run.Job);

        var ended = await EndedAsync(service, run.Id);

        Assert.NotNull(ended.Job);
        Assert.True(ended.FinishedAt - ended.CreatedAt > TimeSpan.FromSeconds(0.8), "It was taken from a command line that may have been at work.");
        Assert.All(await TakenUpAsync(service, run.Id), static incident => Assert.Contains("nobody made it", incident.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_that_somebody_holds_and_run_whose_job_merely_waits_are_left_alone()
    {
        await using var service = ServiceUnderTest.Compose(Store, static configuration => ServiceUnderTest.Set(configuration, "Service:StuckAfter", "00:15:00"));
        var held = await OpenAsync(service, RunKind.Drill, job: "4711");
        Assert.NotNull(await service.Records.TryAcquireAsync(held.Id, "a process at work", TimeSpan.FromMinutes(10), Ct));
        var job = service.Client.Create(JobCall.Do("copy:courses"), new ScheduledState(TimeSpan.FromHours(1)));
        var waiting = await OpenAsync(service, RunKind.Copy, job: job);
        // Idle for longer than is let pass, though not yet for ten times as long.
        await service.SqlAsync(
            """
            update restoredrill.run
            set created_at = created_at - interval '1 h', phase_since = phase_since - interval '1 h', saved_at = saved_at - interval '1 h'
            """);
        var rescue = service.Get<StuckRunRescue>();
        var parts = new HangfireParts(service.Storage, service.Client, service.Registry());

        for (var look = 0; look < 3; look++)
        {
            await rescue.RescueAsync(parts, Ct);
        }

        Assert.Equal("4711", (await service.Records.FindAsync(held.Id, Ct))!.Job);
        Assert.Equal(ScheduledState.StateName, service.StateOf(job));
        Assert.Null((await service.Records.FindAsync(waiting.Id, Ct))!.FinishedAt);
        Assert.Empty(await IncidentsAsync(service, IncidentKind.RunTakenUp));
    }

    [Fact]
    public async Task Run_in_the_hands_of_a_worker_is_taken_up_only_when_it_makes_no_step_from_one_look_to_the_next()
    {
        await using var service = ServiceUnderTest.Compose(Store);
        var job = service.Client.Create(JobCall.Do("copy:courses"), new ScheduledState(TimeSpan.FromHours(1)));
        var run = await OpenAsync(service, RunKind.Copy, job: job);
        await service.SqlAsync(
            $"update hangfire.job set statename = 'Processing' where id = {job}; update restoredrill.run set created_at = created_at - interval '1 h', phase_since = phase_since - interval '1 h', saved_at = now() - interval '1 h'");
        var rescue = service.Get<StuckRunRescue>();
        var parts = new HangfireParts(service.Storage, service.Client, service.Registry());

        await rescue.RescueAsync(parts, Ct);
        Assert.Equal(ProcessingState.StateName, service.StateOf(job));

        await service.SqlAsync("update restoredrill.run set saved_at = saved_at + interval '1 min'");
        await rescue.RescueAsync(parts, Ct);
        Assert.Equal(ProcessingState.StateName, service.StateOf(job));

        await rescue.RescueAsync(parts, Ct);
        Assert.Equal(EnqueuedState.StateName, service.StateOf(job));
        Assert.Equal(run.Id, Assert.Single(await IncidentsAsync(service, IncidentKind.RunTakenUp)).Run);
    }

    /// <summary>That a run was taken up is recorded a moment after it was; newest first.</summary>
    private static async Task<IReadOnlyList<Incident>> TakenUpAsync(ServiceUnderTest service, RunId run)
    {
        IReadOnlyList<Incident> incidents = [];
        await EventuallyAsync(
            async () => (incidents = [.. (await IncidentsAsync(service, IncidentKind.RunTakenUp)).Where(incident => incident.Run == run)]).Count > 0,
            "it is recorded that the run was taken up");
        return incidents;
    }

    private static async Task<Run> EndedAsync(ServiceUnderTest service, RunId id)
    {
        Run? run = null;
        await EventuallyAsync(async () => (run = await service.Records.FindAsync(id, Ct))?.FinishedAt is not null, "the run ends");
        return run!;
    }
}
