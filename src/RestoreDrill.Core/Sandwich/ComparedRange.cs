using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>A range of the copy's blocks whose old rows were compared with the source's, as a drill saves it.</summary>
/// <param name="Range">The range, with an end; without one, nothing of the relation could be compared from there on.</param>
/// <param name="Comparison">What that gave.</param>
/// <param name="Moment">With the source before or after the snapshot.</param>
public sealed record ComparedRange(BlockRange Range, RelationComparison Comparison, ReadingMoment Moment = ReadingMoment.After);
