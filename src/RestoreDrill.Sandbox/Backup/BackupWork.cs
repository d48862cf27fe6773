using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Copies;
using RestoreDrill.Sandbox.Backup.Jobs;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Restores;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>
/// What AWS Backup does by itself: takes jobs on, and ends recovery points whose retention is over. All that it needs is in the states on disk, so that a sandbox
/// started again goes on where another was killed.
/// </summary>
internal sealed class BackupWork(
    AccountStates states, BackupJobWork jobs, CopyJobWork copies, RestoreJobWork restores, PointExpiry expiry, SandboxClock clock) : IAsyncDisposable
{
    /// <summary>How often an open job is looked at.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    /// <summary>As far ahead as is waited at once: a timer reaches no further than some weeks.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource stopping = new();
    private TaskCompletionSource woken = New();
    private Task running = Task.CompletedTask;

    /// <summary>Begins, in the background.</summary>
    public void Start() => running = Task.Run(() => RunAsync(stopping.Token), CancellationToken.None);

    /// <summary>Does all that is due now, so that a call sees it done. Call with the states held.</summary>
    public void GoOn()
    {
        var now = clock.GetUtcNow();
        foreach (var state in states.All)
        {
            var changed = false;
            foreach (var job in state.Backup.BackupJobs.Where(job => job.IsOpen).ToList())
            {
                changed |= jobs.GoOn(state, job, now);
            }

            foreach (var job in state.Backup.CopyJobs.Where(job => job.IsOpen).ToList())
            {
                changed |= copies.GoOn(state, job, now);
            }

            foreach (var job in state.Backup.RestoreJobs.Where(job => job.IsOpen).ToList())
            {
                changed |= restores.GoOn(state, job, now);
            }

            changed |= expiry.GoOn(state, now);
            if (changed)
            {
                states.Save(state);
            }
        }
    }

    /// <summary>Says that there may be something new to do. Call with the states held.</summary>
    public void Wake() => woken.TrySetResult();

    /// <summary>Stops; what is open is taken up at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            Task signal;
            bool hasOpenJobs;
            DateTimeOffset due;
            lock (states.Gate)
            {
                GoOn();
                if (woken.Task.IsCompleted)
                {
                    woken = New();
                }

                signal = woken.Task;
                hasOpenJobs = states.All.Any(static state => HasOpenJobs(state.Backup));
                due = NextExpiry(clock.GetUtcNow());
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
            await Task.WhenAny(signal, clock.Until(due, over.Token), Task.Delay(hasOpenJobs ? Beat : Timeout.InfiniteTimeSpan, TimeProvider.System, over.Token));
            await over.CancelAsync();
        }
    }

    private static bool HasOpenJobs(BackupState state) =>
        state.BackupJobs.Exists(job => job.IsOpen) || state.CopyJobs.Exists(job => job.IsOpen) || state.RestoreJobs.Exists(job => job.IsOpen);

    private DateTimeOffset NextExpiry(DateTimeOffset now)
    {
        var horizon = now + Horizon;
        return states.All.Min(state => PointExpiry.NextAfter(state, now)) is { } next && next < horizon ? next : horizon;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
