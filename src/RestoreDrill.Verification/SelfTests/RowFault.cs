using RestoreDrill.Core.Reading;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.SelfTests;

/// <summary>Damage to rows. No trigger of the database's own fires, so that what is damaged is this table and no other.</summary>
internal sealed class RowFault(Fault fault) : IFaultWay
{
    /// <summary>So many tables are looked at.</summary>
    private const int TablesAtMost = 20;

    public async Task<IReadOnlyList<FaultTarget>> ListAsync(Session session, IReadOnlyList<RelationName> tables, CancellationToken ct)
    {
        var targets = new List<FaultTarget>();
        foreach (var table in tables.Take(TablesAtMost))
        {
            var whole = new FaultTarget { Fault = fault, Database = table.Database, Schema = table.Schema, Relation = table.Name };
            if (fault is Fault.SwappedValues or Fault.ChangedValue)
            {
                targets.AddRange((await ColumnsAsync(session, table, ct)).Select(column => whole with { Part = column }));
            }
            else
            {
                targets.Add(whole);
            }
        }

        return targets;
    }

    public async Task<FaultTarget?> TryAsync(FaultSite site, FaultTarget target, CancellationToken ct)
    {
        var changed = false;
        await site.InTransactionAsync(keep: false, async () => changed = await ChangeAsync(site, target, ct), ct);
        return changed ? target : null;
    }

    public async Task<string?> DoAsync(FaultSite site, FaultTarget target, CancellationToken ct)
    {
        var changed = false;
        await site.InTransactionAsync(keep: true, async () => changed = await ChangeAsync(site, target, ct), ct);
        return changed ? null : "no row was changed";
    }

    private async Task<bool> ChangeAsync(FaultSite site, FaultTarget target, CancellationToken ct)
    {
        await site.EarnAsync(target, ct);
        var table = Identifier.Quote(target.Schema, target.Relation);
        var triggers = await site.Session.RowsAsync(
            "looking for triggers",
            "SELECT 1 FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2 AND NOT t.tgisinternal LIMIT 1",
            static row => row.GetInt32(0),
            ct,
            target.Schema,
            target.Relation);
        if (triggers.Count > 0)
        {
            await site.Session.ExecuteAsync("keeping triggers from firing", $"ALTER TABLE ONLY {table} DISABLE TRIGGER USER", ct);
        }

        if (fault is Fault.TruncatedTable)
        {
            await site.Session.ExecuteAsync("emptying a table", $"TRUNCATE ONLY {table}", ct);
            return true;
        }

        var others = fault is Fault.SwappedValues ? await OthersAsync(site.Session, target, ct) : [];
        if (fault is Fault.SwappedValues && others.Count == 0)
        {
            // The rows of a table with one column are the same rows, whoever has which value.
            return false;
        }

        var (sql, rows) = fault switch
        {
            Fault.DeletedRow => ($"DELETE FROM ONLY {table} WHERE ctid = (SELECT ctid FROM ONLY {table} ORDER BY ctid LIMIT 1) RETURNING 1", 1),
            Fault.ChangedValue => (Pair(table, target.Part!, [])
                + $"UPDATE ONLY {table} AS _rd_x SET {Identifier.Quote(target.Part!)} = _rd_b.v FROM _rd_a, _rd_b WHERE _rd_x.ctid = _rd_a.id RETURNING 1", 1),
            _ => (Pair(table, target.Part!, others)
                + $"UPDATE ONLY {table} AS _rd_x SET {Identifier.Quote(target.Part!)} = CASE WHEN _rd_x.ctid = _rd_a.id THEN _rd_b.v ELSE _rd_a.v END FROM _rd_a, _rd_b WHERE _rd_x.ctid IN (_rd_a.id, _rd_b.id) RETURNING 1", 2),
        };
        return (await site.Session.RowsAsync("damaging rows", sql, static row => row.GetInt32(0), ct)).Count == rows;
    }

    /// <summary>
    /// The first row, and the first other one that differs from it in a column and, where others are given, in one of those: two rows that are alike but for one value
    /// are the same two rows once they have swapped it. Compared by image, which every type has.
    /// </summary>
    private static string Pair(string table, string column, IReadOnlyList<string> others)
    {
        var name = Identifier.Quote(column);
        var alike = others.Count == 0 ? string.Empty : $" AND record_image_ne(ROW({Of("_rd_t")}), ROW({Of("_rd_f")}))";
        return $"""
            WITH _rd_a AS MATERIALIZED (SELECT ctid AS id, {name} AS v FROM ONLY {table} ORDER BY ctid LIMIT 1),
                 _rd_b AS MATERIALIZED (SELECT _rd_t.ctid AS id, _rd_t.{name} AS v FROM ONLY {table} AS _rd_t, ONLY {table} AS _rd_f, _rd_a
                           WHERE _rd_f.ctid = _rd_a.id AND record_image_ne(ROW(_rd_t.{name}), ROW(_rd_f.{name})){alike} ORDER BY _rd_t.ctid LIMIT 1)

            """;

        string Of(string alias) => string.Join(", ", others.Select(other => $"{alias}.{Identifier.Quote(other)}"));
    }

    private static async Task<IReadOnlyList<string>> OthersAsync(Session session, FaultTarget target, CancellationToken ct)
    {
        return await session.RowsAsync(
            "listing columns",
            "SELECT a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> $3 ORDER BY a.attnum",
            static row => row.GetString(0),
            ct,
            target.Schema,
            target.Relation,
            target.Part!);
    }

    /// <summary>Columns that somebody may set, those of no key first: a swapped key mostly breaks a constraint.</summary>
    private static Task<List<string>> ColumnsAsync(Session session, RelationName table, CancellationToken ct) => session.RowsAsync(
        "listing columns",
        """
        SELECT a.attname
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity <> 'a'
        ORDER BY EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND a.attnum = ANY (i.indkey)),
                 EXISTS (SELECT FROM pg_constraint k WHERE c.oid IN (k.conrelid, k.confrelid) AND k.contype = 'f'), a.attnum
        LIMIT 10
        """,
        static row => row.GetString(0),
        ct,
        table.Schema,
        table.Name);
}
