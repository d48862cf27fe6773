using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.Extensions.Logging;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Service.Jobs;

namespace RestoreDrill.Host.Service.Recurring;

/// <summary>Takes up open runs that nobody drives: their process died, or their job failed, expired, was deleted, or was never made.</summary>
internal sealed class StuckRunRescue(IRunStore store, IOpenRuns runs, IIncidentLog incidents, ServiceOptions options, TimeProvider time, ILogger<StuckRunRescue> log)
{
    /// <summary>How many times longer a job that waits in Hangfire's hands is let wait.</summary>
    private const int QueuePatience = 10;

    /// <summary>What the last look found in the hands of a worker, and when its last step was saved.</summary>
    private Dictionary<RunId, DateTimeOffset> _inHands = [];

    public async Task RescueAsync(HangfireParts parts, CancellationToken cancellationToken)
    {
        using var connection = parts.Storage.GetConnection();
        var open = await runs.ListOpenAsync(cancellationToken);
        var inHandsBefore = _inHands;
        _inHands = [];
        foreach (var (stuck, reason) in StuckRuns.Find(open, job => LifeOf(connection, job), options.StuckAfter))
        {
            // A worker that has just got the job takes the lease next, and one that outlasted the store's absence saves its step: neither needs a second one beside it.
            if (stuck.Run.Job is { } held && connection.GetJobData(held)?.State == ProcessingState.StateName)
            {
                _inHands[stuck.Run.Id] = stuck.Run.SavedAt;
                if (!inHandsBefore.TryGetValue(stuck.Run.Id, out var savedAt) || savedAt != stuck.Run.SavedAt)
                {
                    continue;
                }
            }

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
