using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Listing;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>
/// Joins the rows of each validated foreign key to those they refer to, heap with heap. MATCH SIMPLE is fine with any NULL, MATCH FULL only with all
/// (PostgreSQL, "CREATE TABLE"). A key between partitioned tables is asked about once, at the top.
/// </summary>
internal sealed class OrphansQuestion : IStructureQuestion
{
    private const string Expected = "every row refers to one that exists";

    public SessionPurpose Purpose => SessionPurpose.Comparing;

    public async Task AskAsync(Inquiry inquiry, CancellationToken ct)
    {
        var looked = 0;
        foreach (var key in await ListAsync(inquiry, ct))
        {
            if (key.IsTemporal)
            {
                inquiry.Tally.NotLooked(key.Name, CheckOutcome.NotAvailable, "foreign keys with PERIOD are not joined");
                continue;
            }
            await inquiry.LookAsync(key.Name, Expected, async () =>
            {
                var orphans = await inquiry.RowsAsync(
                    $"looking for orphans of {key.Name}",
                    $"""
                    SELECT count(*) FROM {key.Referencing} AS _rd_f
                    WHERE {(key.IsFull ? $"num_nonnulls({key.Columns}) > 0" : $"num_nulls({key.Columns}) = 0")}
                      AND NOT EXISTS (SELECT FROM {key.Referenced} AS _rd_p WHERE {key.Matches})
                    """,
                    static row => row.GetInt64(0),
                    ct);
                if (orphans[0] > 0)
                {
                    inquiry.Tally.Find(key.Name, Expected, Tally.Count(orphans[0], "row refers", "rows refer") + " to nothing");
                }
                looked++;
            });
        }
        inquiry.Tally.Looked(looked, "foreign key", "foreign keys");
    }

    private static Task<List<ForeignKey>> ListAsync(Inquiry inquiry, CancellationToken ct) =>
        inquiry.RowsAsync(
            "listing foreign keys",
            $"""
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) || '.' || quote_ident(k.conname),
                   CASE WHEN c.relkind = 'p' THEN '' ELSE 'ONLY ' END || quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   CASE WHEN r.relkind = 'p' THEN '' ELSE 'ONLY ' END || quote_ident(s.nspname) || '.' || quote_ident(r.relname),
                   j.columns, j.matches, k.confmatchtype = 'f', {(inquiry.MajorVersion >= 18 ? "k.conperiod" : "false")}
            FROM {Catalog.Relations} JOIN pg_constraint k ON k.conrelid = c.oid
                 JOIN pg_class r ON r.oid = k.confrelid JOIN pg_namespace s ON s.oid = r.relnamespace
                 CROSS JOIN LATERAL (
                     SELECT string_agg('_rd_f.' || quote_ident(f.attname), ', ' ORDER BY i) AS columns,
                            string_agg('_rd_p.' || quote_ident(p.attname) || ' OPERATOR(' || quote_ident(m.nspname) || '.' || o.oprname || ') _rd_f.' || quote_ident(f.attname)
                                || CASE WHEN p.attcollation <> f.attcollation AND p.attcollation <> 0 AND f.attcollation <> 0
                                        THEN (SELECT ' COLLATE ' || quote_ident(ln.nspname) || '.' || quote_ident(l.collname)
                                              FROM pg_collation l JOIN pg_namespace ln ON ln.oid = l.collnamespace WHERE l.oid = p.attcollation)
                                        ELSE '' END, ' AND ' ORDER BY i) AS matches
                     FROM generate_subscripts(k.conkey, 1) i
                          JOIN pg_attribute f ON f.attrelid = k.conrelid AND f.attnum = k.conkey[i]
                          JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = k.confkey[i]
                          JOIN pg_operator o ON o.oid = k.conpfeqop[i] JOIN pg_namespace m ON m.oid = o.oprnamespace) j
            WHERE k.contype = 'f' AND k.convalidated AND k.conparentid = 0 AND c.relpersistence = 'p' AND {Catalog.OfUsers}
                  {(inquiry.MajorVersion >= 18 ? "AND k.conenforced" : "")}
            ORDER BY 1
            """,
            static row => new ForeignKey(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetBoolean(5), row.GetBoolean(6)),
            ct);
}
