namespace RestoreDrill.Core.Reading;

/// <summary>A relation found in the restored instance's catalogs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="EstimatedRows">The planner's estimate (<c>reltuples</c>), at least 0; 0 where never analysed.</param>
/// <param name="Bytes">Size of the heap with its TOAST.</param>
public sealed record ListedRelation(RelationName Name, RelationKind Kind, long EstimatedRows, long Bytes);
