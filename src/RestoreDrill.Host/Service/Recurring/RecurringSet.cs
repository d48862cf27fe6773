using Hangfire;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Host.Service.Recurring;

/// <summary>All that recurs in an installation.</summary>
internal static class RecurringSet
{
    private const string EveryTenMinutes = "*/10 * * * *";
    private const string EveryFiveMinutes = "*/5 * * * *";

    /// <summary>Before people in most of Europe come to work, and after most nightly drills.</summary>
    private const string EveryNight = "43 4 * * *";

    /// <remarks>
    /// Misfires: what was due while no service ran, or while Hangfire could not schedule it, comes up once as soon as one runs. A copy is made
    /// however late that is, since a late copy is better than none. A drill is begun within its grace only (<see cref="Jobs.RunCarrier"/>): it
    /// is expensive, and the watch records it as missed. Hangfire's own way to ignore misfires (1.8.25) skips whatever is late by more than one
    /// poll of the scheduler; a service that was killed leaves a lock behind that holds the scheduler up for longer than that.
    /// </remarks>
    public static IReadOnlyList<RecurringJob> Of(InstallationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. options.Databases.SelectMany(static database => OfDatabase(database)),
            new RecurringJob(JobNames.Sweep, EveryTenMinutes, TimeZoneInfo.Utc, MisfireHandlingMode.Relaxed),
            new RecurringJob(JobNames.Watch, EveryFiveMinutes, TimeZoneInfo.Utc, MisfireHandlingMode.Relaxed),
            new RecurringJob(JobNames.GuardRails, EveryNight, TimeZoneInfo.Utc, MisfireHandlingMode.Relaxed),
        ];
    }

    private static IEnumerable<RecurringJob> OfDatabase(ProtectedDatabase database)
    {
        if (database.Schedule is not { } schedule)
        {
            yield break;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone);
        if (schedule.Copy is { } copy)
        {
            yield return new RecurringJob(JobNames.Of(RunKind.Copy, database.Name), copy.Cron, zone, MisfireHandlingMode.Relaxed);
        }

        if (schedule.Drill is { } drill)
        {
            yield return new RecurringJob(JobNames.Of(RunKind.Drill, database.Name), drill.Cron, zone, MisfireHandlingMode.Relaxed);
        }
    }
}
