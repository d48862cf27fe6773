using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Service.Jobs;
using RestoreDrill.Host.Service.Recurring;

namespace RestoreDrill.Host.Service;

/// <summary>
/// Starts Hangfire once the store answers, and stops it. Without its store the service is up, not ready, and says so: there is no degraded mode.
/// </summary>
internal sealed class HangfireRuntime(
    IServiceProvider services,
    Ports ports,
    InstallationOptions installation,
    ServiceOptions options,
    Watch watch,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<HangfireRuntime> log)
    : BackgroundService
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource<HangfireParts> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<BackgroundJobServer> _servers = [];

    /// <summary>Completes when Hangfire runs.</summary>
    public Task<HangfireParts> Started => _started.Task;

    /// <summary>Why the service has not started; null: it has.</summary>
    public string? NotStarted { get; private set; } = "The service is starting.";

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        log.Stopping();
        await base.StopAsync(cancellationToken);
        foreach (var server in _servers)
        {
            server.SendStop();
        }

        await Task.WhenAll(_servers.Select(server => server.WaitForShutdownAsync(cancellationToken)));
        _servers.ForEach(static server => server.Dispose());
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A service that cannot listen must not have begun anything.
        if (!await ListensAsync(stoppingToken))
        {
            return;
        }

        while (true)
        {
            try
            {
                Start(await OpenAsync(stoppingToken));
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (NotStarted != e.Message)
                {
                    log.NotReady(e.Message, RetryPause.TotalSeconds);
                }

                NotStarted = e.Message;
            }

            await Task.Delay(RetryPause, time, stoppingToken);
        }
    }

    /// <summary>False: the service ends before.</summary>
    private async Task<bool> ListensAsync(CancellationToken stoppingToken)
    {
        var listens = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(() => listens.TrySetResult(true));
        await using var stopping = stoppingToken.Register(() => listens.TrySetResult(false));
        return await listens.Task;
    }

    private async Task<HangfireParts> OpenAsync(CancellationToken cancellationToken)
    {
        var pending = await ports.Schema.PendingAsync(cancellationToken);
        if (pending.Count > 0)
        {
            throw new RefusedException([$"The store's schema lacks {pending.Count} migrations of this release. Run `restoredrill db migrate`; then the service starts by itself."]);
        }

        await StoreOwnership.RequireAsync(ports.Runs, installation.Installation, cancellationToken);

        // From now on these schedules are followed; and what was missed while no service ran is on record at once.
        await watch.LookAsync(cancellationToken);
        var storage = services.GetRequiredService<JobStorage>();
        var registry = new RecurringRegistry(storage, services.GetRequiredService<IRecurringJobManagerV2>(), RecurringSet.Of(installation));
        registry.RegisterAll();
        return new HangfireParts(storage, services.GetRequiredService<IBackgroundJobClientV2>(), registry);
    }

    private void Start(HangfireParts parts)
    {
        // A drill that is being read keeps its worker; there are never more of these than scratch instances, so some workers are always free.
        var (scheduled, asked) = (installation.Budgets.ScratchInstances + 3, installation.Budgets.ScratchInstances + 1);
        _servers.Add(Serve(parts.Storage, Queues.Scheduled, scheduled));
        _servers.Add(Serve(parts.Storage, Queues.Asked, asked));
        NotStarted = null;
        _started.SetResult(parts);
        log.Ready(scheduled, asked, RecurringSet.Of(installation).Count);
    }

    private BackgroundJobServer Serve(JobStorage storage, string queue, int workers) => new(
        new BackgroundJobServerOptions
        {
            ServerName = $"{Environment.MachineName}:{Environment.ProcessId}:{queue}",
            Queues = [queue],
            WorkerCount = workers,
            SchedulePollingInterval = options.SchedulePoll,
            CancellationCheckInterval = TimeSpan.FromSeconds(5),
            StopTimeout = TimeSpan.FromMilliseconds(500),
            ShutdownTimeout = TimeSpan.FromSeconds(20),
            HeartbeatInterval = TimeSpan.FromSeconds(15),
            ServerTimeout = TimeSpan.FromMinutes(2),
            ServerCheckInterval = TimeSpan.FromMinutes(1),
        },
        storage);
}
