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

    /// <remarks>
    /// Misfires: a copy that was due while no service ran is made up for once, since a late copy is better than none. A drill is not: it is
    /// expensive, the next one is due soon, and the watch records it as missed.
    /// </remarks>
    public static IReadOnlyList<RecurringJob> Of(InstallationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. options.Databases.SelectMany(static database => OfDatabase(database)),
            new RecurringJob(JobNames.Sweep, EveryTenMinutes, TimeZoneInfo.Utc, MisfireHandlingMode.Relaxed),
            new RecurringJob(JobNames.Watch, EveryFiveMinutes, TimeZoneInfo.Utc, MisfireHandlingMode.Relaxed),
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
            yield return new RecurringJob(JobNames.Of(RunKind.Drill, database.Name), drill.Cron, zone, MisfireHandlingMode.Ignorable);
        }
    }
}
