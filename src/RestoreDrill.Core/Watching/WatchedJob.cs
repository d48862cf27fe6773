using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Core.Watching;

/// <summary>What recurs for a protected database, and when it is due.</summary>
internal sealed class WatchedJob(RunKind kind, string database, DatabaseSchedule schedule)
{
    private readonly ScheduleClock _clock = new(schedule);
    private readonly RunSchedule _runs = schedule.Of(kind) ?? throw new ArgumentException("The kind is not scheduled.", nameof(schedule));

    public RunKind Kind => kind;

    public string Database => database;

    public string Name => JobNames.Of(kind, database);

    public string TimeZone => schedule.TimeZone;

    public string Text => schedule.TextOf(kind);

    /// <summary>The scheduled moments whose deadline is after a moment and at or before another, oldest first.</summary>
    /// <param name="after">Deadlines after this moment.</param>
    /// <param name="until">Deadlines at or before this moment.</param>
    /// <param name="since">Only what was scheduled for later than this moment.</param>
    public IReadOnlyList<DueMoment> DueBetween(DateTimeOffset after, DateTimeOffset until, DateTimeOffset since)
    {
        // A blackout window may hold back what was scheduled long before; without one, jitter and grace say how far to look back.
        var earliest = after - _runs.Jitter - _runs.Grace;
        var from = schedule.Blackouts.Count > 0 || earliest < since ? since : earliest;
        return from >= until ? [] :
        [
            .. _clock.Occurrences(kind, from, until).Select(Moment).Where(moment => moment.Deadline > after && moment.Deadline <= until),
        ];
    }

    private DueMoment Moment(DateTimeOffset occurrence)
    {
        var due = _clock.DueAt(kind, database, occurrence);
        return new DueMoment(occurrence, due, due + _runs.Grace);
    }
}
