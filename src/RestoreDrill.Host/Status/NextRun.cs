using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Host.Status;

/// <summary>The next scheduled run of a kind.</summary>
/// <param name="Occurrence">The scheduled moment.</param>
/// <param name="Due">When it begins: after its jitter, and after the blackout windows that are open then.</param>
/// <param name="HeldBack">Whether a blackout window holds it back.</param>
internal sealed record NextRun(DateTimeOffset Occurrence, DateTimeOffset Due, bool HeldBack)
{
    /// <summary>Days looked ahead, in growing stretches; a 29 February is at most eight years away.</summary>
    private static readonly int[] Stretches = [1, 8, 32, 366, 3000];

    /// <summary>Null: the kind is not scheduled.</summary>
    public static NextRun? Of(DatabaseSchedule? schedule, RunKind kind, string database, DateTimeOffset now)
    {
        if (schedule?.Of(kind) is not { } run)
        {
            return null;
        }

        var clock = new ScheduleClock(schedule);
        var last = clock.OccurrenceAtOrBefore(kind, now);
        DateTimeOffset? occurrence = last is { } scheduled && clock.DueAt(kind, database, scheduled) > now
            ? last
            : Stretches.Select(days => clock.Occurrences(kind, now, now.AddDays(days))).FirstOrDefault(static occurrences => occurrences.Count > 0)?[0];
        if (occurrence is not { } next)
        {
            return null;
        }

        var due = clock.DueAt(kind, database, next);
        return new NextRun(next, due, HeldBack: due > next + run.Jitter);
    }
}
