namespace RestoreDrill.Core.Drilling;

/// <summary>What a drill does of an emergency restore beyond a drill: it is restored with its target's parameters, and handed over before it is removed.</summary>
public sealed record EmergencyRehearsal
{
    /// <summary>The parameter group that the instance is given at the hand-over; null: the copy is not chosen yet.</summary>
    public string? FinalParameterGroup { get; init; }

    /// <summary>How long it may take from the restore call until all is read; null: no target is configured.</summary>
    public TimeSpan? RtoTarget { get; init; }

    /// <summary>Whether the target was missed; null: not known, or there is none.</summary>
    public bool? MissedBy(DrillTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        return times.ToFullyRead > RtoTarget;
    }
}
