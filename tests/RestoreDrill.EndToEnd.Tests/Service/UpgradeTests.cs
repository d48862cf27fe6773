using Hangfire;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Service;

/// <summary>Two releases on one store: what one does not know of the other stops nothing for good.</summary>
public sealed class UpgradeTests(SharedSandbox shared)
{
    private const string Newer = "report:newer";

    [Fact]
    public async Task Recurring_jobs_outlive_another_release_and_a_disabled_one_is_back_and_reported()
    {
        await using var workbench = (await shared.NewWorkbenchAsync()).ForService();
        await using var service = await ServiceProcess.StartAsync(workbench);
        var hangfire = new HangfireStore(workbench);
        var ours = hangfire.AllRecurring().Select(static job => job.Id).ToList();
        Assert.Equal(["copy:courses", "drill:courses", "guard-rails", "sweep", "watch"], ours.Order(StringComparer.Ordinal));

        // A job of a newer release, of a type that this one cannot load, is due beside ours.
        new RecurringJobManager(hangfire.Storage).AddOrUpdate(Newer, static () => NewerRelease.Report(), Served.Never);
        hangfire.LetBeDue(Newer);
        await BesideAnOlderReleaseAsync(hangfire);
        await MustBeAliveAsync(hangfire, ours);

        hangfire.Disable("drill:courses");
        var disabled = TimeProvider.System.GetTimestamp();
        var incident = await workbench.UntilIncidentAsync("recurring restored: drill:courses: ", TimeSpan.FromMinutes(1));
        Assert.Contains("disabled", incident, StringComparison.Ordinal);
        await MustBeAliveAsync(hangfire, ours);
        Assert.True(TimeProvider.System.GetElapsedTime(disabled) < TimeSpan.FromMinutes(1), "the recurring job was away for longer than a minute");

        // It stays the newer release's to remove or to restore.
        Assert.NotNull(hangfire.Recurring(Newer));
        await service.Dashboard.TriggerAsync("sweep");
        Assert.Equal(0, await service.StopAsync());
    }

    /// <summary>A scheduler that cannot load our jobs' type takes them as they become due, six times and more.</summary>
    private static async Task BesideAnOlderReleaseAsync(HangfireStore hangfire)
    {
        var options = new BackgroundJobServerOptions { WorkerCount = 1, Queues = ["older"], SchedulePollingInterval = TimeSpan.FromMilliseconds(100) };
        GlobalConfiguration.Configuration.UseTypeResolver(static name => name.Contains("restoredrill", StringComparison.Ordinal)
            ? throw new TypeLoadException($"An older release has no {name}.")
            : Type.GetType(name, throwOnError: true)!);
        try
        {
            using var older = new BackgroundJobServer(options, hangfire.Storage);
            var failed = 0;
            for (var i = 0; i < 15 || (failed == 0 && i < 300); i++)
            {
                hangfire.LetBeDue("watch");
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
                failed += await hangfire.ErrorOfAsync("watch") is { Length: > 0 } ? 1 : 0;
            }

            Assert.True(failed > 0, "The older release's scheduler never took the job: nothing was tried.");
        }
        finally
        {
            GlobalConfiguration.Configuration.UseTypeResolver(null);
        }
    }

    private static async Task MustBeAliveAsync(HangfireStore hangfire, IReadOnlyList<string> names)
    {
        var dead = new List<string>();
        for (var i = 0; i < 300; i++)
        {
            dead = [.. names.Where(name => hangfire.Recurring(name) is not { NextExecution: not null, Removed: false, Error: null or "" })];
            if (dead.Count == 0)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
        }

        Assert.Fail($"Still disabled after a minute: {string.Join(", ", dead)}");
    }
}
