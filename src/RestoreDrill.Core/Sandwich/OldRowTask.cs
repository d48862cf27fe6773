using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>A relation whose old rows are to be read.</summary>
/// <param name="Relation">The relation; blocks from <see cref="RelationStance.Blocks"/> on are not read: they held no row when the limit was taken.</param>
/// <param name="Grain">How many blocks a group has.</param>
/// <param name="Read">Ranges that have been read, in any order; none of them is read again.</param>
public sealed record OldRowTask(RelationStance Relation, int Grain, IReadOnlyList<BlockRange> Read);
