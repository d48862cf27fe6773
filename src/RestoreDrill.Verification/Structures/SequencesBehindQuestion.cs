using RestoreDrill.Verification.Listing;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>
/// Compares each sequence with the columns that it belongs to (SERIAL, IDENTITY, OWNED BY) or is a default of, in the direction of its increment. Being
/// ahead is no fault: a crash skips up to 32 values that were logged in advance. Sequences that cycle are meant to repeat.
/// </summary>
internal sealed class SequencesBehindQuestion : IStructureQuestion
{
    private const string Expected = "beyond every value of its columns";

    public SessionPurpose Purpose => SessionPurpose.Comparing;

    public async Task AskAsync(Inquiry inquiry, CancellationToken ct)
    {
        var looked = 0;
        var columns = await ListAsync(inquiry, ct);
        foreach (var column in columns.Where(static column => column is { IsNumber: true, IsCycle: false }))
        {
            await inquiry.LookAsync(column.Sequence, Expected, async () =>
            {
                var behind = await inquiry.RowsAsync(
                    $"looking whether {column.Sequence} is behind",
                    $"""
                    SELECT trunc(_rd_b)::text
                    FROM (SELECT ((SELECT {(column.Increment > 0 ? "max" : "min")}({column.Column})::numeric FROM {column.Table})
                                  - last_value + CASE WHEN is_called THEN 0 ELSE {column.Increment} END::numeric) * {Math.Sign(column.Increment)} AS _rd_b
                          FROM {column.Sequence}) _rd_s
                    WHERE _rd_b >= 1
                    """,
                    static row => row.GetString(0),
                    ct);
                if (behind.Count > 0)
                {
                    inquiry.Tally.Find(column.Sequence, Expected, $"behind {column.Name} by {behind[0]}");
                }
                looked++;
            });
        }
        inquiry.Tally.Looked(looked, "column fed by a sequence", "columns fed by sequences");
        inquiry.Tally.Remark(
            "Sequences that cycle are not compared", [.. columns.Where(static column => column.IsCycle).Select(static column => column.Sequence).Distinct()]);
        inquiry.Tally.Remark(
            "Columns that hold no number are not compared", [.. columns.Where(static column => !column.IsNumber).Select(static column => column.Name).Distinct()]);
    }

    // A leaf's default uses the sequence of its parent, which is asked with all of its leaves.
    private static Task<List<FedColumn>> ListAsync(Inquiry inquiry, CancellationToken ct) =>
        inquiry.RowsAsync(
            "listing sequences",
            $"""
            SELECT DISTINCT quote_ident(sn.nspname) || '.' || quote_ident(s.relname),
                   CASE WHEN c.relkind = 'p' THEN '' ELSE 'ONLY ' END || quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   quote_ident(n.nspname) || '.' || quote_ident(c.relname) || '.' || quote_ident(a.attname), quote_ident(a.attname),
                   q.seqincrement, coalesce(b.typcategory, t.typcategory) = 'N' AND coalesce(b.oid, t.oid) <> 'money'::regtype, q.seqcycle
            FROM pg_sequence q JOIN pg_class s ON s.oid = q.seqrelid JOIN pg_namespace sn ON sn.oid = s.relnamespace
                 JOIN (SELECT d.objid AS sequence, d.refobjid AS relation, d.refobjsubid AS number, true AS owns FROM pg_depend d
                       WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
                       UNION
                       SELECT d.refobjid, e.adrelid, e.adnum, false FROM pg_depend d JOIN pg_attrdef e ON e.oid = d.objid
                       WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass) u ON u.sequence = s.oid
                 JOIN ({Catalog.Relations}) ON c.oid = u.relation JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.number
                 JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type b ON b.oid = t.typbasetype
            WHERE c.relkind IN ('r', 'p') AND c.relpersistence = 'p' AND (u.owns OR NOT c.relispartition) AND s.relpersistence = 'p' AND {Catalog.OfUsers}
            ORDER BY 1, 3
            """,
            static row => new FedColumn(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetBoolean(5), row.GetBoolean(6)),
            ct);
}
