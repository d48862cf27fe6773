namespace RestoreDrill.Core.Restoring;

/// <summary>How far an emergency restore is with copying its copy into another account.</summary>
public sealed record CopyBackStand
{
    /// <summary>The copy job; null: it was not asked for yet.</summary>
    public string? Job { get; init; }

    /// <summary>Which attempt the job is, from 0.</summary>
    public int Attempt { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>What the job made in the other account; null until it is there.</summary>
    public string? PointArn { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }
}
