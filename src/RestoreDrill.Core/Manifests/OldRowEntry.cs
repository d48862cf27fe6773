using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Manifests;

/// <summary>The old rows of a relation of the source, by their digest.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Sha256">Over the ranges that were read, one line for each; null where the relation was not read.</param>
/// <param name="Reason">Why it was not read, or not to its end.</param>
public sealed record OldRowEntry(RelationName Relation, string? Sha256, string? Reason);
