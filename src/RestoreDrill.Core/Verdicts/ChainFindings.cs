using RestoreDrill.Core.Chain;

namespace RestoreDrill.Core.Verdicts;

/// <summary>What is known of a copy against earlier ones.</summary>
public sealed record ChainFindings
{
    /// <summary>The copy that this one was compared with; null: the chain begins with this one, or there is a <see cref="Problem"/>.</summary>
    public ChainLink? Base { get; init; }

    /// <summary>The copy that <see cref="Base"/> was compared with.</summary>
    public ChainLink? Earlier { get; init; }

    /// <summary>Why the chain cannot be judged, although it should be.</summary>
    public string? Problem { get; init; }

    /// <summary>How relations compare, one for each that was read or should have been.</summary>
    public IReadOnlyList<ChainComparison> Rows { get; init; } = [];
}
