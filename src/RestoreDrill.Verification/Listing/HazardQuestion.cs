namespace RestoreDrill.Verification.Listing;

/// <summary>A query for hazards of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Sql">Gives database, name and detail.</param>
/// <param name="Needs">A table without which there are none.</param>
internal sealed record HazardQuestion(string Kind, string Sql, string? Needs = null);
