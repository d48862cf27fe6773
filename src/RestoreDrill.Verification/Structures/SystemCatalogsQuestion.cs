using RestoreDrill.Core.Verdicts;
using RestoreDrill.Verification.Listing;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>
/// PostgreSQL's own catalogs, those that all databases share included. With amcheck: every B-tree against its heap, every heap against its own rules. Without:
/// every row of every catalog is read from its heap, in full; their indexes are probed as far as the planner uses them.
/// </summary>
internal sealed class SystemCatalogsQuestion : IStructureQuestion
{
    private const string Expected = "whole";

    public SessionPurpose Purpose => SessionPurpose.Examining;

    public async Task AskAsync(Inquiry inquiry, CancellationToken ct)
    {
        var amcheck = Amcheck.None;
        await inquiry.InTransactionAsync(
            async () => amcheck = await Amcheck.FindAsync(inquiry, ct),
            async () =>
            {
                var heaps = await HeapsAsync(inquiry, ct);
                var indexes = (await IndexList.AskAsync(inquiry, IndexList.OfCatalogs, ct)).Where(static index => index.Method == "btree").ToList();
                if (heaps.Count == 0 || indexes.Count == 0)
                {
                    inquiry.Tally.NotLooked("pg_catalog", CheckOutcome.Errored, "no catalog was listed, and no database is without");
                    return;
                }
                await CheckHeapsAsync(inquiry, heaps, amcheck, ct);
                await CheckIndexesAsync(inquiry, indexes, amcheck, ct);
                if (amcheck.Missing is { } missing)
                {
                    inquiry.Tally.Remark(missing);
                }
            },
            ct);
    }

    private static async Task CheckHeapsAsync(Inquiry inquiry, List<(string Oid, string Name, bool IsToast)> heaps, Amcheck amcheck, CancellationToken ct)
    {
        var looked = 0;
        foreach (var (oid, name, isToast) in heaps)
        {
            if (isToast && !amcheck.ChecksHeaps)
            {
                // Its values are read with the rows that they belong to.
                continue;
            }
            await inquiry.LookAsync(name, Expected, async () =>
            {
                var found = await inquiry.UndoneAsync(
                    () => inquiry.RowsAsync(
                        $"checking {name}",
                        amcheck.ChecksHeaps ? amcheck.CheckHeap(oid) : $"SELECT 0::int8, sum(octet_length(_rd_::text))::text FROM ONLY {name} AS _rd_",
                        static row => (Places: row.GetInt64(0), First: row.IsDBNull(1) ? "" : row.GetString(1)),
                        ct),
                    ct);
                if (found[0].Places > 0)
                {
                    inquiry.Tally.Find(name, Expected, $"{Tally.Count(found[0].Places, "place is", "places are")} damaged; {found[0].First}");
                }
                looked++;
            });
        }
        inquiry.Tally.Looked($"{Tally.Count(looked, "catalog", "catalogs")} {(amcheck.ChecksHeaps ? "by amcheck" : "read in full")}");
    }

    private static async Task CheckIndexesAsync(Inquiry inquiry, List<IndexDescription> indexes, Amcheck amcheck, CancellationToken ct)
    {
        var looked = 0;
        var unused = new List<string>();
        foreach (var index in indexes)
        {
            await inquiry.LookAsync(index.Name, IndexesQuestion.Expected, async () =>
            {
                if (amcheck.ChecksBTrees)
                {
                    await inquiry.UndoneAsync(() => inquiry.RowsAsync($"checking {index.Name}", amcheck.CheckBTreeLightly(index.Oid), static _ => 0, ct), ct);
                }
                else if (!await new IndexProbe(inquiry, index).BTreeAsync(ct))
                {
                    unused.Add(index.Name);
                    return;
                }
                looked++;
            });
        }
        inquiry.Tally.Looked($"{Tally.Count(looked, "index", "indexes")} of theirs {(amcheck.ChecksBTrees ? "by amcheck" : "by a probe of every key")}");
        inquiry.Tally.Remark("Indexes of catalogs that are not judged, the planner does not use them for a probe", unused);
    }

    private static Task<List<(string Oid, string Name, bool IsToast)>> HeapsAsync(Inquiry inquiry, CancellationToken ct) =>
        inquiry.RowsAsync(
            "listing catalogs",
            $"SELECT c.oid::text, quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relkind = 't' FROM {Catalog.Relations} WHERE {IndexList.OfCatalogs} ORDER BY 2",
            static row => (row.GetString(0), row.GetString(1), row.GetBoolean(2)),
            ct);
}
