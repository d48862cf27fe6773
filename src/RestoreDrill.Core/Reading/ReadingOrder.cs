namespace RestoreDrill.Core.Reading;

/// <summary>What is to be read of an instance in one stint.</summary>
public sealed record ReadingOrder
{
    /// <summary>The relations of which something is missing, in any order.</summary>
    public required IReadOnlyList<UnreadRelation> Relations { get; init; }

    /// <summary>See <see cref="FingerprintSeed"/>.</summary>
    public required long Seed { get; init; }

    public ReadingOptions Options { get; init; } = new();

    /// <summary>After so long no further range is begun; those under way are read to their end. Each connection reads at least one.</summary>
    public TimeSpan Stint { get; init; } = TimeSpan.MaxValue;
}
