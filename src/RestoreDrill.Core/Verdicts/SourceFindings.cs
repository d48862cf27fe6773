using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Verdicts;

/// <summary>What is known of a copy against its source.</summary>
public sealed record SourceFindings
{
    /// <summary>Whether the copy run was to read the source at all.</summary>
    public bool WasAsked { get; init; }

    /// <summary>Why the source is not to be compared with, where that is as it should be and another reason than that no login to it was configured; null: there is no other.</summary>
    public string? Waived { get; init; }

    /// <summary>Why there is nothing to compare with; null: there is.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether <see cref="Problem"/> is that somebody changed a record or a tag.</summary>
    public bool Changed { get; init; }

    /// <summary>Server version that the source had; null where there is nothing to compare with.</summary>
    public InstanceIdentity? Identity { get; init; }

    /// <summary>One for each database of the source, and one for the shared catalogs.</summary>
    public IReadOnlyList<CatalogFindings> Catalogs { get; init; } = [];

    /// <summary>Which rows are old; null where none were read of the source.</summary>
    public OldRowLimit? Limit { get; init; }

    /// <summary>Which rows are old for the reading before the snapshot; null where there was none.</summary>
    public OldRowLimit? EarlyLimit { get; init; }

    /// <summary>How old rows compare with the source after the snapshot, for each relation that the source's manifest knows.</summary>
    public IReadOnlyList<RelationComparison> Rows { get; init; } = [];

    /// <summary>
    /// About how many rows the source's relations had, of before the snapshot and after it the smaller number: what the copy has of a relation that was not compared says nothing
    /// of how much it should have.
    /// </summary>
    public IReadOnlyDictionary<RelationName, long> EstimatedRows { get; init; } = new Dictionary<RelationName, long>();

    /// <summary>How old rows compare with the source before the snapshot: whether the copy has none that the source had no more.</summary>
    public IReadOnlyList<RelationComparison> EarlyRows { get; init; } = [];
}
