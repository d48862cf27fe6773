using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Chain;

/// <summary>A range that has been read for the chain and saved, without its groups.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Range">The range; <see cref="BlockRange.Whole"/> where the relation has no block or was not read.</param>
/// <param name="Grain">How many blocks a group has.</param>
/// <param name="Outcome">Whether it was read; anything else is the outcome of the relation.</param>
/// <param name="Sha256">Digest of the groups; empty unless read.</param>
/// <param name="Comparison">What comparing it with earlier copies gave.</param>
public sealed record ChainEntry(RelationName Relation, BlockRange Range, int Grain, ReadingOutcome Outcome, string Sha256, ChainComparison Comparison);
