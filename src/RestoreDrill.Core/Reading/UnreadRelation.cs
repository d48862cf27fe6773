namespace RestoreDrill.Core.Reading;

/// <summary>A relation that has not been read to its end.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Read">The ranges of it that have been read, in any order; none of them is read again.</param>
public sealed record UnreadRelation(ListedRelation Relation, IReadOnlyList<BlockRange> Read);
