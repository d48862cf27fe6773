using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Host.Service.Recurring;

/// <summary>
/// Looks after what Hangfire may lose, beside Hangfire: registers recurring jobs again, takes up stuck runs, and lets the watch look even
/// if nothing recurs any more.
/// </summary>
internal sealed class Guard(HangfireRuntime hangfire, StuckRunRescue rescue, Watch watch, IIncidentLog incidents, ServiceOptions options, TimeProvider time, ILogger<Guard> log)
    : BackgroundService
{
    /// <summary>A recurring job that was disabled is back within a minute, whatever else takes its time.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan WatchPause = TimeSpan.FromMinutes(5);

    private readonly Queue<Incident> _unrecorded = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await StartedAsync(stoppingToken) is not { } parts)
        {
            return;
        }

        var pause = options.StuckAfter / 3 < LongestPause ? options.StuckAfter / 3 : LongestPause;
        long? watched = null;
        while (true)
        {
            await Task.Delay(pause, time, stoppingToken);
            try
            {
                await RestoreAsync(parts.Registry, stoppingToken);
                await rescue.RescueAsync(parts, stoppingToken);
                if (watched is not { } last || time.GetElapsedTime(last) > WatchPause)
                {
                    await watch.LookAsync(stoppingToken);
                    watched = time.GetTimestamp();
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, the next look may be luckier, and a guard that ends guards nothing. Readiness tells of the store.
                log.GuardCouldNotLook(e.Message);
            }
        }
    }

    /// <summary>Null: the service ends before Hangfire has begun.</summary>
    private async Task<HangfireParts?> StartedAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await hangfire.Started.WaitAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task RestoreAsync(RecurringRegistry registry, CancellationToken cancellationToken)
    {
        foreach (var (job, reason) in registry.Restore())
        {
            log.RecurringRestored(job.Name, reason);
            _unrecorded.Enqueue(new Incident
            {
                Key = $"recurring-restored:{job.Name}:{time.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}",
                Kind = IncidentKind.RecurringRestored,
                Subject = job.Name,
                Message = $"Recurring job {job.Name} would not have run as configured: {reason}. It was registered again and recurs as configured; what was due meanwhile is on the watch's list.",
            });
        }

        // One that cannot be recorded now is recorded by a later look.
        while (_unrecorded.TryPeek(out var incident))
        {
            await incidents.RecordAsync(incident, cancellationToken);
            _unrecorded.Dequeue();
        }
    }
}
