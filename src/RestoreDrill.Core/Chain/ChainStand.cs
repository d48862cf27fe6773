namespace RestoreDrill.Core.Chain;

/// <summary>How far a drill is with the chain. Part of its state, and so of its evidence.</summary>
public sealed record ChainStand
{
    /// <summary>What is read and how; readings of another form are not compared with.</summary>
    public const string CurrentForm = "restoredrill/chain/1";

    public string Form { get; init; } = CurrentForm;

    /// <summary>The copy's limit; null where it could not be had, see <see cref="Problem"/>.</summary>
    public ulong? Limit { get; init; }

    /// <summary>Whether earlier copies have been looked for.</summary>
    public bool IsLinked { get; init; }

    /// <summary>The copy that this one is compared with; null: the chain begins with this one, or see <see cref="Problem"/>.</summary>
    public ChainLink? Base { get; init; }

    /// <summary>The copy that <see cref="Base"/> was compared with: what it shares with this one must have been in <see cref="Base"/>.</summary>
    public ChainLink? Earlier { get; init; }

    /// <summary>Why the chain cannot be judged, although it should be.</summary>
    public string? Problem { get; init; }

    /// <summary>Digest over all ranges that were read, see <see cref="ChainDigest"/>; null until all are.</summary>
    public string? Sha256 { get; init; }
}
