using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cronos;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Scheduling;

/// <summary>Says when runs of a schedule are due.</summary>
/// <remarks>Cron expressions are read by Cronos, as Hangfire reads them: DST-correct, no occurrence twice and none lost when clocks change.</remarks>
public sealed class ScheduleClock
{
    private static readonly TimeSpan LongestBlackout = TimeSpan.FromDays(366);

    private readonly DatabaseSchedule _schedule;
    private readonly TimeZoneInfo _zone;

    /// <exception cref="TimeZoneNotFoundException">This machine does not know the schedule's time zone.</exception>
    public ScheduleClock(DatabaseSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        (_schedule, _zone) = (schedule, TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone));
    }

    /// <summary>The last scheduled moment of a kind of run at or before a moment, within a year; null: none.</summary>
    public DateTimeOffset? OccurrenceAtOrBefore(RunKind kind, DateTimeOffset moment)
    {
        // Looked for in growing stretches: cron expressions can only be walked forwards.
        foreach (var days in (int[])[1, 8, 32, 366])
        {
            if (Occurrences(kind, moment.AddDays(-days), moment) is [.., var last])
            {
                return last;
            }
        }

        return null;
    }

    /// <summary>The scheduled moments of a kind of run, from a moment (exclusive) to a moment (inclusive); empty where the kind is not scheduled.</summary>
    public IReadOnlyList<DateTimeOffset> Occurrences(RunKind kind, DateTimeOffset from, DateTimeOffset to) =>
        _schedule.Of(kind) is { } schedule
            ? [.. CronExpression.Parse(schedule.Cron).GetOccurrences(from, to, _zone, fromInclusive: false, toInclusive: true).Select(static at => at.ToUniversalTime())]
            : [];

    /// <summary>When the run of a scheduled moment begins: after the jitter of its job, and not before a blackout window that is open then has ended.</summary>
    public DateTimeOffset DueAt(RunKind kind, string database, DateTimeOffset occurrence)
    {
        var jitter = _schedule.Of(kind)?.Jitter ?? TimeSpan.Zero;
        var due = occurrence + jitter * Share(JobNames.Of(kind, database));
        return BlackoutEnd(due) ?? due;
    }

    /// <summary>When the blackout windows that are open at a moment have all ended; null: none is open.</summary>
    public DateTimeOffset? BlackoutEnd(DateTimeOffset moment)
    {
        DateTimeOffset? end = null;
        while (WindowEnd(end ?? moment) is { } next && next - moment < LongestBlackout)
        {
            end = next;
        }

        return end;
    }

    /// <summary>A share of one, 0 to below 1, that follows from the name alone: each job has its own point in the jitter, the same every night.</summary>
    private static double Share(string name) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) / (uint.MaxValue + 1.0);

    private DateTimeOffset? WindowEnd(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, _zone).DateTime;
        foreach (var blackout in _schedule.Blackouts)
        {
            var today = DateOnly.FromDateTime(local);
            foreach (var day in (DateOnly[])[today, today.AddDays(-1)])
            {
                var ends = (blackout.To > blackout.From ? day : day.AddDays(1)).ToDateTime(blackout.To);
                if (Begins(blackout, day) && local >= day.ToDateTime(blackout.From) && local < ends)
                {
                    return Utc(ends);
                }
            }
        }

        return null;
    }

    private static bool Begins(Blackout blackout, DateOnly day) =>
        (blackout.Days.Count == 0 || blackout.Days.Contains(day.DayOfWeek))
        && (blackout.FirstDate is not { } first || day >= first)
        && (blackout.LastDate is not { } last || day <= last);

    /// <summary>A local time that clocks skip ends when they have skipped it; one that comes twice ends the second time.</summary>
    private DateTimeOffset Utc(DateTime local)
    {
        while (_zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Min() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
