namespace RestoreDrill.Verification.Structures;

/// <summary>An index, as the catalogs have it.</summary>
internal sealed record IndexDescription
{
    /// <summary>Its OID, as text.</summary>
    public required string Oid { get; init; }

    /// <summary><c>schema.index</c>, quoted.</summary>
    public required string Name { get; init; }

    /// <summary>Its own name, unquoted, as EXPLAIN gives it.</summary>
    public required string PlainName { get; init; }

    /// <summary><c>schema.table</c>, quoted.</summary>
    public required string Table { get; init; }

    /// <summary>The table's owner, unquoted.</summary>
    public required string Owner { get; init; }

    /// <summary>Whether this user has the owner's rights.</summary>
    public required bool IsOurs { get; init; }

    /// <summary>The access method.</summary>
    public required string Method { get; init; }

    /// <summary>Whether it is that of a TOAST table.</summary>
    public required bool IsOfToast { get; init; }

    public required bool IsUnique { get; init; }

    public required bool IsExclusion { get; init; }

    /// <summary>Whether two NULLs are two equal keys (PostgreSQL 15).</summary>
    public required bool HasEqualNulls { get; init; }

    public required bool HasExpressions { get; init; }

    /// <summary>The condition of a partial index.</summary>
    public required string? Predicate { get; init; }

    public required IReadOnlyList<IndexKey> Keys { get; init; }

    /// <summary>Columns that are only carried along (INCLUDE), quoted.</summary>
    public required IReadOnlyList<string> Included { get; init; }
}
