using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Listing;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>
/// Compares the version that a collation had when indexes were built with that of the library on this server. Asked of the database's own collation, which
/// records its version from PostgreSQL 15, and of every collation by which an index or a partitioned table is ordered. C, POSIX and built-in ones have no version.
/// </summary>
internal sealed class CollationVersionsQuestion : IStructureQuestion
{
    private const string Expected = "the version of the library on this server";

    public SessionPurpose Purpose => SessionPurpose.Listing;

    public async Task AskAsync(Inquiry inquiry, CancellationToken ct)
    {
        var recorded = inquiry.MajorVersion >= 15;
        var database = recorded
            ? "SELECT 'pg_catalog.\"default\"', datcollversion, pg_database_collation_actual_version(oid) FROM pg_database WHERE datname = current_database()"
            // Before, only what is not C or POSIX has a version, and nothing records it.
            : "SELECT 'pg_catalog.\"default\"', NULL, CASE WHEN datcollate IN ('C', 'POSIX') OR datcollate LIKE 'C.%' THEN NULL ELSE 'unknown' END FROM pg_database WHERE datname = current_database()";
        var collations = await inquiry.RowsAsync(
            "looking at collations",
            $"""
            {database}
            UNION ALL
            SELECT quote_ident(s.nspname) || '.' || quote_ident(l.collname), l.collversion, pg_collation_actual_version(l.oid)
            FROM pg_collation l JOIN pg_namespace s ON s.oid = l.collnamespace
            WHERE l.collname <> 'default' AND l.oid IN (
                SELECT unnest(i.indcollation::oid[]) FROM {Catalog.Relations} JOIN pg_index i ON i.indrelid = c.oid WHERE {Catalog.OfUsers}
                UNION SELECT unnest(p.partcollation::oid[]) FROM pg_partitioned_table p)
            """,
            static row => (Name: row.GetString(0), Built: row.IsDBNull(1) ? null : row.GetString(1), Actual: row.IsDBNull(2) ? null : row.GetString(2)),
            ct);
        foreach (var (name, built, actual) in collations)
        {
            if (built is not null && built != actual)
            {
                inquiry.Tally.Find(name, Expected, $"built with {built}, the server has {actual ?? "none"}: indexes on text may be out of order");
            }
            else if (built is null && actual is not null)
            {
                inquiry.Tally.NotLooked(name, CheckOutcome.NotAvailable, "the version that indexes were built with was not recorded");
            }
        }
        inquiry.Tally.Looked(collations.Count, "collation in use", "collations in use");
    }
}
