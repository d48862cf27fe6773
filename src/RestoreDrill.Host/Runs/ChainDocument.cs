using RestoreDrill.Core.Chain;

namespace RestoreDrill.Host.Runs;

/// <summary>How a drill's copy compares with earlier ones, for machines.</summary>
internal sealed record ChainDocument
{
    /// <summary>The copy that this one was compared with; null: there was none, or see <see cref="Problem"/>.</summary>
    public required ChainCopyDocument? Base { get; init; }

    /// <summary>The copy that <see cref="Base"/> was compared with; null: none.</summary>
    public required ChainCopyDocument? Earlier { get; init; }

    /// <summary>Why nothing can be said, although it should be.</summary>
    public required string? Problem { get; init; }

    public required long RowsProven { get; init; }

    public required long RowsNotJudged { get; init; }

    /// <summary>Groups of blocks in which the earlier copy and this one agree and the base does not.</summary>
    public required long Contradictions { get; init; }

    public required IReadOnlyList<ComparedRelationDocument> Relations { get; init; }

    /// <summary>Digest of all that was read for the chain; null until all is.</summary>
    public required string? Sha256 { get; init; }

    public static ChainDocument Of(ChainStand stand, IReadOnlyList<ChainComparison> compared) => new()
    {
        Base = ChainCopyDocument.Of(stand.Base),
        Earlier = ChainCopyDocument.Of(stand.Earlier),
        Problem = stand.Problem,
        RowsProven = compared.Sum(static relation => relation.RowsProven),
        RowsNotJudged = compared.Sum(static relation => relation.RowsNotJudged),
        Contradictions = compared.Sum(static relation => relation.GroupsContradicting),
        Relations = [.. compared.Select(ComparedRelationDocument.Of)],
        Sha256 = stand.Sha256,
    };
}
