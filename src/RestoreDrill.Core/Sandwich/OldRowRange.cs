using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>A range of old rows that has been read and saved, without its groups.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Range">The range.</param>
/// <param name="Grain">How many blocks a group has.</param>
/// <param name="Outcome">Whether it was read; anything else is the outcome of the relation.</param>
/// <param name="Reason">Why it was not.</param>
/// <param name="Sha256">Digest of the groups; empty unless read.</param>
/// <param name="Moment">Before or after the snapshot.</param>
public sealed record OldRowRange(
    RelationName Relation, BlockRange Range, int Grain, ReadingOutcome Outcome, string? Reason, string Sha256, ReadingMoment Moment = ReadingMoment.After);
