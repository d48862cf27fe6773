using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Fingerprints;

/// <summary>Asks the catalogs for a relation's shape.</summary>
internal static class ShapeQuestion
{
    /// <summary>The first major version with a Tid Range Scan.</summary>
    private const int FirstVersionWithRanges = 14;

    private const string Relation =
        """
        WITH RECURSIVE relation AS (
            SELECT c.oid, c.relpersistence, c.relispopulated, c.relam
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = $1 AND c.relname = $2
        ), types(oid) AS (
            SELECT a.atttypid FROM pg_attribute a JOIN relation r ON a.attrelid = r.oid WHERE a.attnum > 0 AND NOT a.attisdropped
            UNION
            SELECT part.oid
            FROM types JOIN pg_type y ON y.oid = types.oid
            CROSS JOIN LATERAL (
                SELECT y.typelem WHERE y.typelem <> 0
                UNION ALL SELECT y.typbasetype WHERE y.typbasetype <> 0
                UNION ALL SELECT a.atttypid FROM pg_attribute a
                    WHERE y.typrelid <> 0 AND a.attrelid = y.typrelid AND a.attnum > 0 AND NOT a.attisdropped
                UNION ALL SELECT g.rngsubtype FROM pg_range g WHERE g.rngtypid = y.oid
            ) part(oid)
        )
        SELECT r.relpersistence = 'u', r.relispopulated,
               NOT EXISTS (SELECT FROM types JOIN pg_type y ON y.oid = types.oid WHERE y.typsend::oid = 0),
               CASE WHEN current_setting('zero_damaged_pages') = 'on' THEN 'zero_damaged_pages'
                    WHEN current_setting('ignore_checksum_failure') = 'on' THEN 'ignore_checksum_failure' END,
               EXISTS (SELECT FROM pg_am m WHERE m.oid = r.relam AND m.amname = 'heap'),
               coalesce(pg_relation_size(r.oid), 0) / current_setting('block_size')::int8,
               current_setting('block_size')::int8
        FROM relation r
        """;

    private const string Columns =
        """
        SELECT a.attname
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
        """;

    /// <summary>The shape; null when there is no such relation.</summary>
    public static async Task<RelationShape?> AskAsync(Session session, RelationName name, CancellationToken ct)
    {
        var what = $"reading the columns of {name}";
        var columns = await session.RowsAsync(what, Columns, static row => row.GetString(0), ct, name.Schema, name.Name);
        var shapes = await session.RowsAsync(
            what,
            Relation,
            row => new RelationShape(
                Identifier.Quote(name.Schema, name.Name),
                row.GetBoolean(0),
                row.GetBoolean(1),
                row.GetBoolean(2),
                row.IsDBNull(3) ? null : row.GetString(3),
                CanBeDivided: session.MajorVersion >= FirstVersionWithRanges && row.GetBoolean(4),
                Blocks: row.GetInt64(5),
                BlockBytes: row.GetInt64(6),
                columns),
            ct,
            name.Schema,
            name.Name);
        return shapes.SingleOrDefault();
    }
}
