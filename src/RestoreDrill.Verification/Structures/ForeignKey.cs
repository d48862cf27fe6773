namespace RestoreDrill.Verification.Structures;

/// <summary>A validated foreign key.</summary>
/// <param name="Name"><c>schema.table.constraint</c>, quoted.</param>
/// <param name="Referencing">The table that refers, for FROM: with ONLY unless partitioned.</param>
/// <param name="Referenced">The table referred to, the same.</param>
/// <param name="Columns">The referring columns as arguments, of alias <c>_rd_f</c>.</param>
/// <param name="Matches">The condition that a row <c>_rd_p</c> is the one referred to.</param>
/// <param name="IsFull">MATCH FULL: either all columns are NULL, or none is.</param>
/// <param name="IsTemporal">PERIOD (PostgreSQL 18): one row refers to a set of rows.</param>
internal sealed record ForeignKey(string Name, string Referencing, string Referenced, string Columns, string Matches, bool IsFull, bool IsTemporal);
