using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Verification.Listing;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.SelfTests;

/// <summary>A sequence begins anew, as if it had given out nothing. setval cannot be rolled back, so it is not tried: the right to it is asked for.</summary>
internal sealed class SequenceFault : IFaultWay
{
    private const string SetBack =
        "SELECT setval(s.seqrelid::regclass, s.seqmin, false) FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2";

    public async Task<IReadOnlyList<FaultTarget>> ListAsync(Session session, IReadOnlyList<RelationName> tables, CancellationToken ct) => await session.RowsAsync(
        "looking for sequences",
        $"""
        SELECT n.nspname, c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname)
        FROM {Catalog.Relations} JOIN pg_sequence s ON s.seqrelid = c.oid
        WHERE {Catalog.OfUsers} AND c.relpersistence = 'p' AND NOT s.seqcycle AND s.seqincrement > 0
          AND CASE WHEN c.relkind = 'S' AND has_sequence_privilege(c.oid, 'SELECT, USAGE') THEN pg_sequence_last_value(c.oid) IS NOT NULL END
        ORDER BY NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')), 3
        LIMIT 20
        """,
        row => new FaultTarget
        {
            Fault = Fault.SequenceSetBack,
            Database = session.Database,
            Schema = row.GetString(0),
            Relation = row.GetString(1),
            ItemKind = CatalogKinds.SequenceStand,
            ItemName = row.GetString(2),
        },
        ct);

    public async Task<FaultTarget?> TryAsync(FaultSite site, FaultTarget target, CancellationToken ct)
    {
        var may = false;
        var feeds = false;
        await site.InTransactionAsync(
            keep: false,
            async () =>
            {
                await site.EarnAsync(target, ct);
                may = (await site.Session.RowsAsync(
                    "asking for the right to a sequence",
                    $"SELECT has_sequence_privilege(c.oid, 'UPDATE') FROM {Catalog.Relations} WHERE n.nspname = $1 AND c.relname = $2",
                    static row => row.GetBoolean(0),
                    ct,
                    target.Schema,
                    target.Relation)).Contains(true);
                feeds = await FeedsAsync(site.Session, target, ct);
            },
            ct);
        return may ? target with { FeedsColumn = feeds } : null;
    }

    public async Task<string?> DoAsync(FaultSite site, FaultTarget target, CancellationToken ct)
    {
        var set = 0;
        await site.InTransactionAsync(
            keep: true,
            async () =>
            {
                await site.EarnAsync(target, ct);
                set = (await site.Session.RowsAsync("setting a sequence back", SetBack, static row => row.GetInt64(0), ct, target.Schema, target.Relation)).Count;
            },
            ct);
        return set == 1 ? null : "there is no such sequence";
    }

    /// <summary>Whether a column that owns the sequence has a number that it would give out again.</summary>
    private static async Task<bool> FeedsAsync(Session session, FaultTarget target, CancellationToken ct)
    {
        var columns = await session.RowsAsync(
            "looking for the sequence's column",
            $"""
            SELECT on_.nspname, o.relname, a.attname, s.seqmin
            FROM {Catalog.Relations} JOIN pg_sequence s ON s.seqrelid = c.oid
                 JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
                 JOIN pg_class o ON o.oid = d.refobjid JOIN pg_namespace on_ ON on_.oid = o.relnamespace JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = d.refobjsubid
            WHERE n.nspname = $1 AND c.relname = $2 AND o.relkind IN ('r', 'p') AND o.relpersistence = 'p' AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)
            """,
            static row => (Table: Identifier.Quote(row.GetString(0), row.GetString(1)), Column: Identifier.Quote(row.GetString(2)), Least: row.GetInt64(3)),
            ct,
            target.Schema,
            target.Relation);
        foreach (var (table, column, least) in columns)
        {
            var value = FormattableString.Invariant($"SELECT coalesce(max({column}) >= {least}, false) FROM {table}");
            if ((await session.RowsAsync("looking for values of the sequence", value, static row => row.GetBoolean(0), ct))[0])
            {
                return true;
            }
        }

        return false;
    }
}
