using Npgsql;
using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.Structures;

/// <summary>
/// Every index that PostgreSQL uses: by amcheck where it knows the access method and may be called, else by a probe, else by rebuilding it. A rebuilt index
/// shows that the copy can be used and says nothing about the index as it was restored, which the summary names.
/// </summary>
internal sealed class IndexesQuestion : IStructureQuestion
{
    public const string Expected = "the rows of its table, in order";

    public SessionPurpose Purpose => SessionPurpose.Examining;

    public async Task AskAsync(Inquiry inquiry, CancellationToken ct)
    {
        var amcheck = Amcheck.None;
        await inquiry.InTransactionAsync(
            async () => amcheck = await Amcheck.FindAsync(inquiry, ct),
            async () =>
            {
                var indexes = await IndexList.AskAsync(inquiry, IndexList.OfUsersAndToast, ct);
                var ways = new Dictionary<IndexWay, List<string>>();
                foreach (var index in indexes)
                {
                    await inquiry.LookAsync(index.Name, Expected, async () =>
                    {
                        var way = await CheckAsync(inquiry, index, amcheck, ct);
                        if (!ways.TryGetValue(way, out var names))
                        {
                            ways[way] = names = [];
                        }
                        names.Add(index.Name);
                    });
                }
                Summarise(inquiry.Tally, indexes, amcheck, ways);
            },
            ct);
    }

    /// <summary>Puts an index to its test; findings go into the tally.</summary>
    /// <exception cref="PostgresException">What the server said.</exception>
    private static async Task<IndexWay> CheckAsync(Inquiry inquiry, IndexDescription index, Amcheck amcheck, CancellationToken ct)
    {
        var check = index.Method switch
        {
            "btree" when amcheck.ChecksBTrees => amcheck.CheckBTree(index.Oid),
            "gin" when amcheck.ChecksGin => amcheck.CheckGin(index.Oid),
            _ => null,
        };
        if (check is not null)
        {
            await inquiry.UndoneAsync(() => inquiry.RowsAsync($"checking {index.Name}", check, static _ => 0, ct), ct);

            // Of GIN amcheck looks at the pages only (PostgreSQL 18, gin_index_check): what the heap holds and the index does not is left to the search.
            return index.Method == "gin" && await new ElementProbe(inquiry, index).FindsAllAsync(ct) ? IndexWay.Search : IndexWay.Amcheck;
        }
        var probe = new IndexProbe(inquiry, index);
        if (index.Method switch { "btree" => await probe.BTreeAsync(ct), "hash" => await probe.HashAsync(ct), _ => false })
        {
            return IndexWay.Probe;
        }
        if (index.Method switch
        {
            "gin" => await new ElementProbe(inquiry, index).FindsAllAsync(ct),
            "brin" => await new RangeProbe(inquiry, index).FindsAllAsync(ct),
            _ => false,
        })
        {
            return IndexWay.Search;
        }
        if (index.Method is "gist" or "spgist" && await probe.ReachAsync(ct))
        {
            return IndexWay.Count;
        }
        await RebuildAsync(inquiry, index, ct);
        return IndexWay.Rebuilt;
    }

    private static async Task RebuildAsync(Inquiry inquiry, IndexDescription index, CancellationToken ct)
    {
        try
        {
            await inquiry.UndoneAsync(
                async () =>
                {
                    if (!index.IsOurs)
                    {
                        await inquiry.ExecuteAsync($"earning the right to rebuild {index.Name}", $"GRANT {Identifier.Quote(index.Owner)} TO CURRENT_USER", ct);
                    }
                    await inquiry.ExecuteAsync($"rebuilding {index.Name}", $"REINDEX INDEX {index.Name}", ct);
                    return true;
                },
                ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            inquiry.Tally.Find(index.Name, Expected, $"it cannot be rebuilt: {index.Table} has a key more than once");
        }
    }

    private static void Summarise(Tally tally, List<IndexDescription> indexes, Amcheck amcheck, Dictionary<IndexWay, List<string>> ways)
    {
        int Of(IndexWay way) => ways.TryGetValue(way, out var names) ? names.Count : 0;
        tally.Looked($"{Tally.Count(indexes.Count, "index", "indexes")}: {Of(IndexWay.Amcheck)} by amcheck");
        tally.Looked(Of(IndexWay.Probe) + " by a probe of every key");
        tally.Looked(Of(IndexWay.Search) + " by a search for each element or range");
        tally.Looked(Of(IndexWay.Count) + " by a count of what they reach");
        tally.Looked(Of(IndexWay.Rebuilt) + " rebuilt");
        if (amcheck.Missing is { } missing)
        {
            tally.Remark(missing);
        }
        if (ways.TryGetValue(IndexWay.Count, out var counted))
        {
            tally.Remark("Only counted, their searches are not judged", counted);
        }
        if (ways.TryGetValue(IndexWay.Rebuilt, out var rebuilt))
        {
            tally.Remark("Rebuilt on the scratch instance, as restored they are not judged", rebuilt);
        }
    }
}
