using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Copying;

/// <summary>How far a copy run has come with reading its source. What was read lies in the store.</summary>
public sealed record SourceStand
{
    public InstanceIdentity? Identity { get; init; }

    /// <summary>Every database of the instance by name, as found before the snapshot.</summary>
    public IReadOnlyList<string> Databases { get; init; } = [];

    /// <summary>Which rows are old; null where none are read.</summary>
    public OldRowLimit? Limit { get; init; }

    /// <summary>Which rows are old for the reading before the snapshot; null where there is none.</summary>
    public OldRowLimit? EarlyLimit { get; init; }

    /// <summary>The position in the source's log that a replica must have replayed before rows are read from it before the snapshot; null: not taken yet.</summary>
    public string? EarlyPosition { get; init; }

    /// <summary>The same for the reading after the snapshot.</summary>
    public string? Position { get; init; }

    /// <summary>When the reading of old rows before the snapshot began.</summary>
    public DateTimeOffset? EarlySince { get; init; }

    /// <summary>When the reading of old rows began.</summary>
    public DateTimeOffset? RowsSince { get; init; }

    /// <summary>How often in a row the source could not be reached.</summary>
    public int Troubles { get; init; }

    /// <summary>When it could not be reached for the first time of these; null: it is reached.</summary>
    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>Why the source could not be read; null: it could. A copy is made all the same.</summary>
    public string? Unavailable { get; init; }

    /// <summary>Digest of the manifest; null until it is complete.</summary>
    public string? ManifestSha256 { get; init; }

    /// <summary>The same, reached again.</summary>
    internal SourceStand Reached() => this with { Troubles = 0, TroubleSince = null };
}
