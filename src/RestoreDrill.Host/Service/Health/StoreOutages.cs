using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Host.Service.Health;

/// <summary>Says once when the store of a running service goes away, and once when it is back.</summary>
internal sealed class StoreOutages(HangfireRuntime hangfire, IScheduleLog store, TimeProvider time, ILogger<StoreOutages> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Why the store does not answer; null: it does.</summary>
    public string? Reason { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await hangfire.Started.WaitAsync(stoppingToken);
            while (true)
            {
                await LookAsync(stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.ClockAsync(cancellationToken);
            if (Reason is not null)
            {
                log.ReadyAgain();
            }

            Reason = null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is (a changed password is no outage that passes), a service must not end because it could not look.
            if (Reason is null)
            {
                log.NotReady(e.Message, Pause.TotalSeconds);
            }

            Reason = e.Message;
        }
    }
}
