namespace RestoreDrill.Core.Sandwich;

/// <summary>Which old rows are to be read in one stint, and how gently.</summary>
public sealed record OldRowOrder
{
    /// <summary>The relations of which something is missing, in any order.</summary>
    public required IReadOnlyList<OldRowTask> Tasks { get; init; }

    public required OldRowLimit Limit { get; init; }

    /// <summary>See <see cref="Reading.FingerprintSeed"/>.</summary>
    public required long Seed { get; init; }

    /// <summary>How many connections read at once.</summary>
    public int Connections { get; init; } = 1;

    /// <summary>How long one statement should take; it is ended after ten times as long.</summary>
    public TimeSpan Statement { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a statement waits for a lock.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The share of the time that a connection works, above 0 to 1; it rests in between.</summary>
    public double DutyCycle { get; init; } = 1;

    /// <summary>After so long no further range is begun; those under way are read to their end. Each connection reads at least one.</summary>
    public TimeSpan Stint { get; init; } = TimeSpan.MaxValue;
}
