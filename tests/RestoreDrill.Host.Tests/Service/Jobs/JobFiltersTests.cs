using System.Globalization;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage.Monitoring;
using RestoreDrill.Host.Service.Jobs;
using RestoreDrill.Host.Tests.Service.Setting;

namespace RestoreDrill.Host.Tests.Service.Jobs;

/// <summary>On a service that was not started: jobs change their states only when the tests say so.</summary>
public sealed class JobFiltersTests(ServiceStores stores) : ServiceTest(stores)
{
    private ServiceUnderTest _service = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _service = ServiceUnderTest.Compose(Store);
        _service.Registry().RegisterAll();
    }

    public override async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Job_is_stamped_with_the_clock_of_the_store()
    {
        var before = await _service.Records.ClockAsync(Ct);
        var stamp = _service.ParameterOf(Made(), JobParameters.AskedAt)!.Trim('"');

        Assert.InRange(DateTimeOffset.Parse(stamp, CultureInfo.InvariantCulture), before, await _service.Records.ClockAsync(Ct));
    }

    [Fact]
    public void What_is_made_by_the_schedule_goes_into_the_queue_of_what_is_scheduled()
    {
        // What the scheduler gives as its reason (RecurringJobScheduler, Hangfire 1.8.25).
        var job = _service.Client.Create(JobCall.Do("drill:courses"), new EnqueuedState { Reason = "Triggered by recurring job scheduler" });

        Assert.Equal(Queues.Scheduled, QueueOf(job));
        Assert.Null(_service.ParameterOf(job, JobParameters.Asked));
    }

    [Fact]
    public void What_a_person_triggers_goes_into_the_queue_of_what_is_asked_for_and_stays_there()
    {
        var job = _service.Recurring.TriggerJob("drill:courses");
        Assert.Equal(Queues.Asked, QueueOf(job));

        _service.Client.ChangeState(job, Outcome(TimeSpan.Zero));
        Assert.Equal(Queues.Asked, QueueOf(job));

        Assert.True(_service.Client.Requeue(job));
        Assert.Equal(Queues.Asked, QueueOf(job));
    }

    [Fact]
    public void Requeue_of_what_was_scheduled_stays_scheduled()
    {
        var job = Made();
        Assert.True(_service.Client.ChangeState(job, new DeletedState()));

        Assert.True(_service.Client.Requeue(job));

        Assert.Equal(Queues.Scheduled, QueueOf(job));
    }

    [Fact]
    public void Wait_is_neither_a_success_nor_a_failure_and_keeps_the_job()
    {
        var job = Made();

        var last = WaitsFor(TimeSpan.FromMinutes(5), job, () => _service.Client.ChangeState(job, Outcome(TimeSpan.FromMinutes(5), "waiting-for-copy: 75 %")));

        Assert.Equal("waiting-for-copy: 75 %", last.Reason);
        var counted = _service.Storage.GetMonitoringApi().GetStatistics();
        Assert.Equal((0L, 0L), (counted.Succeeded, counted.Failed));
    }

    [Fact]
    public void Job_that_can_go_on_at_once_is_enqueued_and_one_that_is_done_succeeds()
    {
        var job = Made();
        _service.Client.ChangeState(job, Outcome(TimeSpan.Zero, "choosing: the run has its turn"));
        Assert.Equal((EnqueuedState.StateName, "choosing: the run has its turn"), (_service.StateOf(job), _service.History(job)[^1].Reason));

        _service.Client.ChangeState(job, Outcome(null));
        Assert.Equal(SucceededState.StateName, _service.StateOf(job));
    }

    [Fact]
    public void Unexpected_exception_is_retried_four_times_with_short_delays_then_the_job_fails()
    {
        var job = Made();
        foreach (var delay in (int[])[1, 5, 15, 30])
        {
            WaitsFor(TimeSpan.FromSeconds(delay), job, () => Fail(job));
        }

        Fail(job);
        Assert.Equal(FailedState.StateName, _service.StateOf(job));
    }

    [Fact]
    public void Step_that_went_well_ends_the_count_of_failures()
    {
        var job = Made();
        for (var i = 0; i < 12; i++)
        {
            Fail(job);
            Assert.Equal(ScheduledState.StateName, _service.StateOf(job));
            Assert.Equal("1", _service.ParameterOf(job, "RetryCount"));
            _service.Client.ChangeState(job, Outcome(TimeSpan.FromSeconds(1)));
        }

        Assert.Equal("0", _service.ParameterOf(job, "RetryCount"));
    }

    [Fact]
    public void Refused_job_fails_at_once()
    {
        var job = Made();

        Assert.True(_service.Client.ChangeState(job, new FailedState(new JobRefusedException("No host's configuration has it."))));

        Assert.Equal(FailedState.StateName, _service.StateOf(job));
    }

    private static SucceededState Outcome(TimeSpan? again, string note = "note") => new(new JobOutcome(note, again), 0, 0);

    /// <summary>Asserts that the change makes the job wait for so long from now; Hangfire keeps its times in whole milliseconds.</summary>
    private StateHistoryDto WaitsFor(TimeSpan wait, string job, Action change)
    {
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;
        change();
        var after = TimeProvider.System.GetUtcNow().UtcDateTime;

        var last = _service.History(job)[^1];
        Assert.Equal(ScheduledState.StateName, last.StateName);
        Assert.InRange(JobHelper.DeserializeDateTime(last.Data["EnqueueAt"]) - wait, before.AddMilliseconds(-1), after);
        return last;
    }

    private string Made() => _service.Client.Create(JobCall.Do("drill:courses"), new EnqueuedState());

    private void Fail(string job) => _service.Client.ChangeState(job, new FailedState(new InvalidOperationException("unexpected")));

    private string QueueOf(string job)
    {
        var last = _service.History(job)[^1];
        Assert.Equal(EnqueuedState.StateName, last.StateName);
        return last.Data["Queue"];
    }
}
