namespace RestoreDrill.Core.Scheduling;

/// <summary>When runs of one kind of a protected database are due.</summary>
public sealed record RunSchedule
{
    /// <summary>A cron expression of five fields (minute, hour, day of month, month, day of week), in the schedule's time zone.</summary>
    public required string Cron { get; init; }

    /// <summary>The run begins within so long after the scheduled moment, each database at a point of its own; zero unless set.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>How much later than due a run may begin before it counts as missed; 1 hour unless set.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(1);
}
