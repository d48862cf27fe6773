namespace RestoreDrill.Verification.Structures;

/// <summary>A key column of an index.</summary>
/// <param name="Sql">The column or expression, quoted, with a COLLATE where the index has another collation.</param>
/// <param name="Equality">The operator by which the index finds a key, for example <c>OPERATOR(pg_catalog.=)</c>; empty where it has none.</param>
/// <param name="Ordering">The index's order for ORDER BY, for example <c>USING OPERATOR(pg_catalog.&lt;) NULLS LAST</c>; empty where it has none.</param>
/// <param name="Class">The operator class, where it is PostgreSQL's own; otherwise empty.</param>
/// <param name="IsGrouped">Whether GROUP BY takes the same values for equal as the index does.</param>
internal sealed record IndexKey(string Sql, string Equality, string Ordering, string Class, bool IsGrouped);
