using RestoreDrill.Verification.Listing;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>A question that PostgreSQL's catalogs answer by themselves. The names are those of the catalogs in a manifest.</summary>
/// <param name="expected">What should be.</param>
/// <param name="one">What is counted, in the singular.</param>
/// <param name="many">The same in the plural.</param>
/// <param name="sql">Gives, for a major version, the name of every object and what is wrong with it, NULL for nothing.</param>
internal sealed class CatalogQuestion(string expected, string one, string many, Func<int, string> sql) : IStructureQuestion
{
    /// <summary>A concurrent build that failed or was cut off, a partitioned index that lacks one of a partition (PostgreSQL, "CREATE INDEX").</summary>
    public static CatalogQuestion InvalidIndexes { get; } = new(
        "valid, ready and live",
        "index",
        "indexes",
        static _ =>
            $"""
            SELECT quote_ident(n.nspname) || '.' || quote_ident(x.relname),
                   CASE WHEN NOT (i.indisvalid AND i.indisready AND i.indislive)
                        THEN concat_ws(', ', CASE WHEN NOT i.indisvalid THEN 'not valid' END, CASE WHEN NOT i.indisready THEN 'not ready' END,
                                             CASE WHEN NOT i.indislive THEN 'not live' END) || ' (of ' || quote_ident(c.relname) || ')' END
            FROM {Catalog.Relations} JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid
            WHERE {Catalog.OfUsers}
            """);

    /// <summary>Made NOT VALID and never validated. NOT ENFORCED (PostgreSQL 18) promises nothing, and is none.</summary>
    public static CatalogQuestion UnvalidatedConstraints { get; } = new(
        "validated",
        "constraint",
        "constraints",
        static version =>
            $"""
            SELECT quote_ident(n.nspname) || '.' || quote_ident(coalesce(c.relname, t.typname)) || '.' || quote_ident(k.conname),
                   CASE WHEN NOT k.convalidated THEN 'never validated (NOT VALID)' END
            FROM pg_constraint k LEFT JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_type t ON t.oid = k.contypid
                 JOIN pg_namespace n ON n.oid = coalesce(c.relnamespace, t.typnamespace)
            WHERE k.contype IN ('c', 'f', 'n') AND k.oid >= 16384 AND n.nspname !~ '^pg_temp_[0-9]+$' {(version >= 18 ? "AND k.conenforced" : "")}
            """);

    /// <summary>WITH NO DATA: any query on it fails.</summary>
    public static CatalogQuestion UnpopulatedViews { get; } = new(
        "populated",
        "materialised view",
        "materialised views",
        static _ =>
            $"""
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), CASE WHEN NOT c.relispopulated THEN 'not populated (WITH NO DATA)' END
            FROM {Catalog.Relations}
            WHERE c.relkind = 'm' AND {Catalog.OfUsers}
            """);

    public SessionPurpose Purpose => SessionPurpose.Listing;

    public async Task AskAsync(Inquiry inquiry, CancellationToken ct)
    {
        var objects = await inquiry.RowsAsync(
            $"looking at {many}", sql(inquiry.MajorVersion), static row => (Name: row.GetString(0), Fault: row.IsDBNull(1) ? null : row.GetString(1)), ct);
        foreach (var (name, fault) in objects)
        {
            if (fault is not null)
            {
                inquiry.Tally.Find(name, expected, fault);
            }
        }
        inquiry.Tally.Looked(objects.Count, one, many);
    }
}
