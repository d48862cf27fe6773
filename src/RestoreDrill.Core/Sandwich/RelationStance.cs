using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>
/// What has to be the same of a relation at two moments for its rows to be comparable. <c>ADD COLUMN ... DEFAULT</c> and <c>ALTER TYPE ... RENAME VALUE</c>
/// change every row's image without rewriting the file (PostgreSQL 15), <c>VACUUM FULL</c> and <c>TRUNCATE</c> move rows or end them.
/// </summary>
public sealed record RelationStance
{
    public required RelationName Name { get; init; }

    public required RelationKind Kind { get; init; }

    /// <summary><c>pg_class.oid</c>.</summary>
    public required uint Oid { get; init; }

    /// <summary><c>pg_relation_filenode</c>: another one after a rewrite.</summary>
    public required uint Filenode { get; init; }

    /// <summary>Lower-case hex SHA-256 over the columns of <c>pg_attribute</c> that shape an image, and over the enums, domains and composites they use, at any depth.</summary>
    public required string Signature { get; init; }

    /// <summary>Blocks of the heap at that moment.</summary>
    public required long Blocks { get; init; }

    /// <summary>Size of the heap with its TOAST.</summary>
    public required long Bytes { get; init; }

    /// <summary>
    /// About how many rows it had at that moment, by the server's statistics, or by its size and the width of its columns where there are none; null: its size could not be had, or
    /// a version that did not ask has listed it.
    /// </summary>
    public long? EstimatedRows { get; init; }

    /// <summary>Why nothing of it can be compared, although it is listed: its lock could not be had; null: it can.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the rows of two moments can be compared: null, or why not.</summary>
    public string? DiffersFrom(RelationStance other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Reason ?? other.Reason) is { } reason ? reason
            : Oid != other.Oid ? "it is another table under the same name"
            : Filenode != other.Filenode ? "it was rewritten (VACUUM FULL, CLUSTER, TRUNCATE or ALTER TABLE)"
            : Signature != other.Signature ? "its columns, or types that they use, were altered (for a column of type aclitem: a role was made, renamed or dropped)"
            : null;
    }
}
