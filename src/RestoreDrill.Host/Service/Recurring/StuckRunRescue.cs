using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.Extensions.Logging;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Service.Jobs;

namespace RestoreDrill.Host.Service.Recurring;

/// <summary>Takes up open runs that nobody drives: their process died, or their job failed, expired, was deleted, or was never made.</summary>
internal sealed class StuckRunRescue(HangfireRuntime hangfire, IRunStore store, IOpenRuns runs, IIncidentLog incidents, ServiceOptions options, TimeProvider time, ILogger<StuckRunRescue> log)
{
    /// <summary>How many times longer a job that waits in Hangfire's hands is let wait.</summary>
    private const int QueuePatience = 10;

    public async Task RescueAsync(CancellationToken cancellationToken)
    {
        var parts = await hangfire.Started.WaitAsync(cancellationToken);
        using var connection = parts.Storage.GetConnection();
        var open = await runs.ListOpenAsync(cancellationToken);
        foreach (var (stuck, reason) in StuckRuns.Find(open, job => LifeOf(connection, job), options.StuckAfter))
        {
            // Looked at again after its job was: a run whose job has ended well has finished before.
            if (await store.FindAsync(stuck.Run.Id, cancellationToken) is { FinishedAt: null } && await TakeUpAsync(connection, parts.Client, stuck, reason, cancellationToken) is { } job)
            {
                log.RunTakenUp(stuck.Run.Id, job, reason);
                await incidents.RecordAsync(
                    new Incident
                    {
                        Key = $"run-taken-up:{stuck.Run.Id}:{time.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}",
                        Kind = IncidentKind.RunTakenUp,
                        Subject = stuck.Run.Id.Value,
                        Database = stuck.Run.Database,
                        Run = stuck.Run.Id,
                        Message = $"Run {stuck.Run.Id} in phase {stuck.Run.Phase} was taken up again by job {job}: {reason}. Nothing was lost; it goes on after its last saved step.",
                    },
                    cancellationToken);
            }
        }
    }

    private static JobLife LifeOf(IStorageConnection connection, string job) => connection.GetJobData(job)?.State switch
    {
        null => JobLife.Missing,
        var state when state == SucceededState.StateName || state == FailedState.StateName || state == DeletedState.StateName => JobLife.Ended,
        _ => JobLife.Alive,
    };

    /// <summary>The run keeps its job while there is one; another host may be quicker, then nothing is done here.</summary>
    private async Task<string?> TakeUpAsync(
        IStorageConnection connection, IBackgroundJobClientV2 client, OpenRun stuck, string reason, CancellationToken cancellationToken)
    {
        var run = stuck.Run;
        if (run.Job is { } job && connection.GetJobData(job) is { State: { } state })
        {
            // A job that waits for a worker, or for its time by another host's clock, will come; being put into the queue twice helps nobody.
            var waits = state == EnqueuedState.StateName || state == ScheduledState.StateName;
            return waits && stuck.Idle < options.StuckAfter * QueuePatience ? null : client.ChangeState(job, new EnqueuedState { Reason = $"taken up again: {reason}" }, state) ? job : null;
        }

        // Not at once: it first has to be the run's.
        var made = client.Create(JobCall.GoOn(run.Id.Value), new ScheduledState(TimeSpan.FromSeconds(1)), new Dictionary<string, object> { [JobParameters.Asked] = run.Asked });
        return made is not null && await runs.AssignJobAsync(run.Id, run.Job, made, cancellationToken) ? made : null;
    }
}
