using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Chain;

/// <summary>What is to be read for the chain in one stint.</summary>
public sealed record ChainOrder
{
    /// <summary>The relations of which something is missing, in any order.</summary>
    public required IReadOnlyList<OldRowTask> Tasks { get; init; }

    /// <summary>
    /// One to three limits. For the first a group's sum is over the row versions older than it; for each further one over those that are older than it
    /// and older than the first.
    /// </summary>
    public required IReadOnlyList<ulong> Limits { get; init; }

    /// <summary>See <see cref="Reading.FingerprintSeed"/>.</summary>
    public required long Seed { get; init; }

    /// <summary>How many connections read at once.</summary>
    public int Connections { get; init; } = 1;

    /// <summary>How long one statement should take.</summary>
    public required TimeSpan Statement { get; init; }

    /// <summary>After so long no further range is begun; those under way are read to their end. Each connection reads at least one.</summary>
    public TimeSpan Stint { get; init; } = TimeSpan.MaxValue;
}
