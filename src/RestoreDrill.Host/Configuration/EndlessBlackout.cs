using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Host.Configuration;

/// <summary>Finds blackout windows that follow each other without a gap for a year or more.</summary>
internal static class EndlessBlackout
{
    private static readonly DateOnly Earliest = new(2024, 1, 1);

    /// <summary>Whether a run that is due inside a window would never begin.</summary>
    public static bool IsIn(DatabaseSchedule schedule, TimeZoneInfo zone)
    {
        var clock = new ScheduleClock(schedule);
        return Beginnings(schedule.Blackouts).Any(local => clock.BlackoutEnd(new DateTimeOffset(local, zone.GetUtcOffset(local))) is { } end && clock.BlackoutEnd(end) is not null);
    }

    /// <summary>Where such a row of windows can begin: in the week after a first date, or, for windows without one, after every date has passed.</summary>
    private static IEnumerable<DateTime> Beginnings(IReadOnlyList<Blackout> blackouts)
    {
        var dates = blackouts.SelectMany(static blackout => new[] { blackout.FirstDate, blackout.LastDate }).OfType<DateOnly>();
        var passed = dates.Append(Earliest).Max().AddDays(1);
        return
            from blackout in blackouts
            from day in Enumerable.Range(0, 7)
            select (blackout.FirstDate ?? passed).AddDays(day).ToDateTime(blackout.From);
    }
}
