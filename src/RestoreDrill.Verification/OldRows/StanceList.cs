using Npgsql;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Verification.Listing;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.OldRows;

/// <summary>The relations of a database whose old rows can be read.</summary>
internal static class StanceList
{
    private const string What = "listing relations and what shapes their rows";

    /// <summary>An access method other than the heap has blocks of its own kind.</summary>
    private const string Heaps = $"FROM {Catalog.Relations} JOIN pg_am m ON m.oid = c.relam AND m.amname = 'heap'";

    private const string Readable =
        $"WHERE c.relpersistence = 'p' AND ((c.relkind IN ('r', 'm') AND {Catalog.OfUsers}) OR c.oid = 'pg_catalog.pg_largeobject'::regclass)";

    // Measuring takes a lock, if only for a moment. The density is the planner's (estimate_rel_size and get_typavgwidth, PostgreSQL 15): 32 bytes for what has no fixed length, 28 for a
    // row's header and pointer, 24 for a page's header.
    private const string Size =
        $"""
        SELECT s.blocks, coalesce(pg_table_size(c.oid), 0), c.oid,
               (s.blocks * CASE WHEN c.relpages > 0 AND c.reltuples >= 0 THEN c.reltuples / c.relpages
                                ELSE (current_setting('block_size')::int8 - 24) / (28 + coalesce((SELECT sum(CASE WHEN a.attlen > 0 THEN a.attlen ELSE 32 END) FROM pg_attribute a
                                                                                                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), 0)) END)::int8
        {Heaps} CROSS JOIN LATERAL (SELECT coalesce(pg_relation_size(c.oid), 0) / current_setting('block_size')::int8 AS blocks) s
        {Readable}
        """;

    public static async Task<IReadOnlyList<RelationStance>> AskAsync(Session session, CancellationToken ct)
    {
        var signatures = await SignatureQuestion.AskAsync(session, ct);
        var stances = await session.RowsAsync(
            What,
            $"SELECT n.nspname, c.relname, c.relkind::text, c.relispartition, c.oid, coalesce(pg_relation_filenode(c.oid), 0) {Heaps} {Readable}",
            row =>
            {
                var oid = row.GetFieldValue<uint>(4);
                var name = new RelationName(session.Database, row.GetString(0), row.GetString(1));
                return new RelationStance
                {
                    Name = name,
                    Kind = Kind(name, row.GetString(2), isPartition: row.GetBoolean(3)),
                    Oid = oid,
                    Filenode = row.GetFieldValue<uint>(5),
                    // None for one that was made a moment ago.
                    Signature = signatures.GetValueOrDefault(oid, ""),
                    Blocks = 0,
                    Bytes = 0,
                };
            },
            ct);
        return [.. (await MeasureAsync(session, stances, ct)).OrderBy(static stance => stance.Name, RelationName.Order)];
    }

    private static async Task<IEnumerable<RelationStance>> MeasureAsync(Session session, List<RelationStance> stances, CancellationToken ct)
    {
        try
        {
            var sizes = (await SizesAsync(session, Size, ct)).ToDictionary(static size => size.Oid);
            return stances.Where(stance => sizes.ContainsKey(stance.Oid)).Select(stance => Sized(stance, sizes[stance.Oid])).ToList();
        }
        catch (PostgresException)
        {
            // One that is locked, for example by ALTER TABLE, must not keep the others from being listed.
            return await MeasureEachAsync(session, stances, ct);
        }
    }

    private static async Task<List<RelationStance>> MeasureEachAsync(Session session, List<RelationStance> stances, CancellationToken ct)
    {
        var measured = new List<RelationStance>(stances.Count);
        foreach (var stance in stances)
        {
            try
            {
                var sizes = await SizesAsync(session, $"{Size} AND c.oid = '{stance.Oid}'::oid", ct);
                measured.AddRange(sizes.Select(size => Sized(stance, size)));
            }
            catch (PostgresException e)
            {
                measured.Add(stance with { Reason = $"its size could not be had: {ServerWords.Of(e)}" });
            }
        }

        return measured;
    }

    private static Task<List<(long Blocks, long Bytes, uint Oid, long Rows)>> SizesAsync(Session session, string sql, CancellationToken ct) =>
        session.RowsAsync(What, sql, static row => (row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<uint>(2), row.GetInt64(3)), ct);

    private static RelationStance Sized(RelationStance stance, (long Blocks, long Bytes, uint Oid, long Rows) size) =>
        stance with { Blocks = size.Blocks, Bytes = size.Bytes, EstimatedRows = size.Rows };

    private static RelationKind Kind(RelationName name, string relkind, bool isPartition) =>
        name == RelationName.LargeObjects(name.Database) ? RelationKind.LargeObjects
        : relkind == "m" ? RelationKind.MaterializedView
        : isPartition ? RelationKind.Partition
        : RelationKind.Table;
}
