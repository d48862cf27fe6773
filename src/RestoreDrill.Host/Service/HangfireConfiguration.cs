using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using RestoreDrill.Dashboard;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Service.Jobs;

namespace RestoreDrill.Host.Service;

/// <summary>How Hangfire is set up, in the service and in the command that asks a service: what is stored, how and where.</summary>
internal static class HangfireConfiguration
{
    /// <summary>All that a service needs. Connects to the store, and makes Hangfire's tables there if they are missing.</summary>
    public static void Apply(IGlobalConfiguration hangfire, Configured configured, Ports ports)
    {
        Format(hangfire)
            .UseStorage(OpenStorage(configured))
            .WithJobExpirationTimeout(TimeSpan.FromDays(30))
            .UseFilter(new StampAskedAt(() => ports.Schedules.ClockAsync(CancellationToken.None).GetAwaiter().GetResult()))
            .UseRestoreDrillDashboard(new DashboardReads(ports.Runs, ports.OpenRuns, ports.Schedules));
    }

    /// <summary>The form in which jobs are stored; one for the whole process.</summary>
    public static IGlobalConfiguration Format(IGlobalConfiguration hangfire) => hangfire
        .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
        .UseSimpleAssemblyNameTypeSerializer()
        .UseRecommendedSerializerSettings();

    /// <summary>Connects to the store, and makes Hangfire's tables there if they are missing.</summary>
    public static PostgreSqlStorage OpenStorage(Configured configured)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = configured.Service.Schema,
            QueuePollInterval = configured.Service.QueuePoll,
            InvisibilityTimeout = TimeSpan.FromMinutes(3),
            UseSlidingInvisibilityTimeout = true,
            DistributedLockTimeout = LockTimeout(configured.Service.SchedulePoll),
            JobExpirationCheckInterval = TimeSpan.FromMinutes(30),
            AllowDegradedModeWithoutStorage = false,
            StartupConnectionMaxRetries = 0,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(configured.Store.Reveal(), options), options);
    }

    /// <summary>
    /// A lock that a killed service leaves behind holds the schedulers of all others up for so long, and one whose owner is slower than that is taken
    /// from it: Hangfire's owners do not renew (PostgreSqlDistributedLock, 1.21.1). Both only cost time here, since a run does not rest on such a lock.
    /// </summary>
    private static TimeSpan LockTimeout(TimeSpan schedulePoll) =>
        TimeSpan.FromSeconds(Math.Clamp(schedulePoll.TotalSeconds * 6, 5, 90));
}
