namespace RestoreDrill.Core.Scheduling;

/// <summary>A window in which no scheduled run begins; one under way goes on. Local time of the schedule's time zone.</summary>
public sealed record Blackout
{
    /// <summary>The days on which the window begins; empty: every day.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>The first date, inclusive; null: always.</summary>
    public DateOnly? FirstDate { get; init; }

    /// <summary>The last date on which the window begins, inclusive; null: for ever.</summary>
    public DateOnly? LastDate { get; init; }

    /// <summary>When it begins; midnight unless set.</summary>
    public TimeOnly From { get; init; }

    /// <summary>When it ends, exclusive; at or before <see cref="From"/>: on the next day. Midnight to midnight is the whole day.</summary>
    public TimeOnly To { get; init; }
}
