using System.Numerics;
using Npgsql;

namespace RestoreDrill.Verification.Structures;

/// <summary>
/// Compares what an index gives with what the heap holds, in SQL that whoever may read the table may run. Everything is counted, and hashes are added up,
/// so that no row leaves the server. Where the planner cannot be brought to use the index, it is not probed.
/// </summary>
/// <remarks>
/// What it finds of a B-tree or hash index: entries that are missing, lead to other rows or hold other keys, and keys that a search from the root does not
/// find, for example under another collation. What it cannot find: a fault between rows whose key has a NULL, beyond their number and their image; bytes of
/// pages that no search and no walk along the leaves reads, such as free space and dead entries.
/// </remarks>
internal sealed class IndexProbe(Inquiry inquiry, IndexDescription index)
{
    private const string Heap = "SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL work_mem = '64MB'; ";
    private const string Searches = Heap + "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = on; SET LOCAL enable_hashagg = off";
    private const string Walks = Heap + "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = on; SET LOCAL enable_indexonlyscan = on; SET LOCAL enable_sort = off";
    private const string Expected = IndexesQuestion.Expected;

    private readonly List<string> wrong = [];
    private bool asText;

    private string What => $"probing {index.Name}";

    private string Where => index.Predicate is { } predicate ? $"WHERE ({predicate})" : "WHERE true";

    private string TidHash => IndexUse.TidHash(inquiry);

    /// <summary>Whether every key is found, and with the rows that the heap has for it; and whether nothing else is in the index.</summary>
    /// <returns>False where the planner does not use the index.</returns>
    public async Task<bool> BTreeAsync(CancellationToken ct)
    {
        try
        {
            return await CompareAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedFunction)
        {
            // A type without a send function (seg) has no binary image; its text stands in for it.
            asText = true;
            return await CompareAsync(ct);
        }
    }

    private async Task<bool> CompareAsync(CancellationToken ct)
    {
        wrong.Clear();
        if (!index.Keys.All(static key => key is { Equality.Length: > 0, Ordering.Length: > 0 }))
        {
            return false;
        }
        // Only columns can be read from the index itself; of an expression, what is compared is which rows the index leads to.
        var totals = index.HasExpressions ? $"sum({TidHash})" : $"sum({ImageHash(Columns)})";
        var heap = index.IsOfToast
            ? await inquiry.UndoneAsync(() => TotalsAsync($"SELECT count(*), coalesce({totals}, 0) FROM ONLY {index.Table}", ct), ct)
            : await SearchAsync(totals, ct);
        if (heap is not { } there || await WalkAsync(ct) is not { } here)
        {
            return false;
        }
        if (there.Count != here.Count)
        {
            wrong.Add(FormattableString.Invariant($"{here.Count} entries for {there.Count} rows"));
        }
        else if (there.Sum != here.Sum)
        {
            wrong.Add("entries that are not those of the rows");
        }
        return Judged();
    }

    /// <summary>Whether every key is found, and with the rows that the heap has for it. A hash index cannot be read without a key; what is too much in it leads to no row.</summary>
    /// <returns>False where the planner does not use the index.</returns>
    public async Task<bool> HashAsync(CancellationToken ct) =>
        index.Keys[0].Equality.Length > 0 && await SearchAsync("0::numeric", ct) is not null && Judged();

    /// <summary>Whether the rows whose first key is not NULL are those that the index has. Says nothing about whether a search with another condition finds them.</summary>
    /// <returns>False where the planner does not use the index.</returns>
    public Task<bool> ReachAsync(CancellationToken ct) => inquiry.UndoneAsync(
        async () =>
        {
            var sql = $"SELECT count(*), coalesce(sum({TidHash}), 0) FROM ONLY {index.Table} {Where} AND {index.Keys[0].Sql} IS NOT NULL";
            await inquiry.ExecuteAsync(What, Heap.TrimEnd(' ', ';'), ct);
            var there = await TotalsAsync(sql, ct);
            await inquiry.ExecuteAsync(What, Walks, ct);
            if (!await UsesAsync(sql, scans => scans is [("Index Scan", var used, true)] && used == index.PlainName, ct))
            {
                return false;
            }
            if (await TotalsAsync(sql, ct) is var here && here != there)
            {
                wrong.Add(FormattableString.Invariant($"entries lead to {here.Count} rows, which are not the {there.Count} that there are"));
            }
            return Judged();
        },
        ct);

    /// <summary>Looks every key of the heap up in the index. Sorted, so that neighbours in the index are asked for one after the other.</summary>
    /// <returns>How many rows there are, and the totals; null where the planner does not use the index.</returns>
    private Task<(long Count, BigInteger Sum)?> SearchAsync(string totals, CancellationToken ct) => inquiry.UndoneAsync<(long, BigInteger)?>(
        async () =>
        {
            if (!index.Keys.All(static key => key.IsGrouped))
            {
                return null;
            }
            var names = string.Join(", ", index.Keys.Select(static (_, i) => $"_rd_h._rd_{i}"));
            var sql =
                $"""
                SELECT count(*), count(*) FILTER (WHERE num_nulls({names}) = 0 AND (_rd_h._rd_n <> _rd_i._rd_n OR _rd_h._rd_s IS DISTINCT FROM _rd_i._rd_s)),
                       coalesce(sum(_rd_h._rd_n), 0)::int8, coalesce(sum(_rd_h._rd_t), 0)
                FROM (SELECT {string.Join(", ", index.Keys.Select(static (key, i) => $"{key.Sql} AS _rd_{i}"))}, count(*) AS _rd_n, sum({TidHash}) AS _rd_s, {totals} AS _rd_t
                      FROM ONLY {index.Table} TABLESAMPLE SYSTEM (100) {Where} GROUP BY {string.Join(", ", Enumerable.Range(1, index.Keys.Count))}) _rd_h
                     CROSS JOIN LATERAL (SELECT count(*) AS _rd_n, sum({TidHash}) AS _rd_s FROM ONLY {index.Table} {Where}
                          AND {string.Join(" AND ", index.Keys.Select(static (key, i) => $"{key.Sql} {key.Equality} _rd_h._rd_{i}"))}) _rd_i
                """;
            await inquiry.ExecuteAsync(What, Searches, ct);
            if (!await UsesAsync(
                    sql,
                    scans => scans.Count == 2 && scans.Contains(("Index Scan", index.PlainName, true)) && scans.Contains(("Sample Scan", "", false)),
                    ct))
            {
                return null;
            }
            var found = await inquiry.RowsAsync(
                What, sql, static row => (Keys: row.GetInt64(0), Wrong: row.GetInt64(1), Rows: row.GetInt64(2), Sum: row.GetFieldValue<BigInteger>(3)), ct);
            if (found[0].Wrong > 0)
            {
                wrong.Add(FormattableString.Invariant($"{found[0].Wrong} of {found[0].Keys} keys do not lead to the rows that have them"));
            }
            return (found[0].Rows, found[0].Sum);
        },
        ct);

    /// <summary>Reads the whole index, from its first leaf to its last.</summary>
    private Task<(long Count, BigInteger Sum)?> WalkAsync(CancellationToken ct) => inquiry.UndoneAsync<(long, BigInteger)?>(
        async () =>
        {
            var order = string.Join(", ", index.Keys.Select(static key => $"{key.Sql} {key.Ordering}"));
            var sql = index.HasExpressions
                ? $"SELECT count(*), coalesce(sum({TidHash}), 0) FROM (SELECT ctid FROM ONLY {index.Table} {Where} ORDER BY {order}) _rd_x"
                : $"""
                   SELECT count(*), coalesce(sum({ImageHash(Columns.Select(static (_, i) => $"_rd_{i}"))}), 0)
                   FROM (SELECT {string.Join(", ", Columns.Select(static (column, i) => $"{column} AS _rd_{i}"))} FROM ONLY {index.Table} {Where} ORDER BY {order}) _rd_x
                   """;
            await inquiry.ExecuteAsync(What, Walks, ct);
            return await UsesAsync(
                sql,
                scans => scans is [var scan] && scan.Index == index.PlainName && scan.Node == (index.HasExpressions ? "Index Scan" : "Index Only Scan"),
                ct)
                ? await TotalsAsync(sql, ct)
                : null;
        },
        ct);

    private Task<bool> UsesAsync(string sql, Func<List<(string Node, string Index, bool HasCondition)>, bool> uses, CancellationToken ct) =>
        IndexUse.IsForcedAsync(inquiry, index, sql, uses, ct);

    private bool Judged()
    {
        if (wrong.Count > 0)
        {
            inquiry.Tally.Find(index.Name, Expected, $"of {index.Table}: {string.Join(", ", wrong)}");
        }
        return true;
    }

    private IEnumerable<string> Columns => index.Keys.Select(static key => key.Sql).Concat(index.Included);

    private async Task<(long Count, BigInteger Sum)> TotalsAsync(string sql, CancellationToken ct)
    {
        var totals = await inquiry.RowsAsync(What, sql, static row => (row.GetInt64(0), row.GetFieldValue<BigInteger>(1)), ct);
        return totals[0];
    }

    private string ImageHash(IEnumerable<string> columns)
    {
        var row = $"ROW({string.Join(", ", columns)})";
        var image = asText ? $"textsend({row}::text)" : $"record_send({row})";
        return inquiry.MajorVersion >= 14 ? $"hash_record_extended(ROW({image}), 0)" : $"hashtextextended(encode({image}, 'hex') COLLATE \"C\", 0)";
    }
}
