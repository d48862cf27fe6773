namespace RestoreDrill.Verification.Structures;

/// <summary>
/// Looks the least and the greatest value of each range of blocks up in a BRIN index of the minmax classes: a summary that is too narrow does not lead to them.
/// One that is too wide costs time and loses nothing. In the worst case each search reads the whole table, so larger tables are not probed.
/// </summary>
internal sealed class RangeProbe(Inquiry inquiry, IndexDescription index)
{
    /// <summary>How many blocks all searches may read together.</summary>
    private const long MostBlocks = 20_000_000;

    private const string Searches =
        "SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = on; SET LOCAL enable_tidscan = off";

    private string What => $"probing {index.Name}";

    private string Predicate => index.Predicate is { } predicate ? $" AND ({predicate})" : string.Empty;

    /// <summary>Whether every range's least and greatest values are found in it.</summary>
    /// <returns>False where an operator class is not known here, the table is too large, or the planner does not use the index.</returns>
    public async Task<bool> FindsAllAsync(CancellationToken ct)
    {
        var sizes = await inquiry.RowsAsync(
            What,
            $"""
             SELECT pg_relation_size(i.indrelid) / current_setting('block_size')::int8,
                    coalesce((SELECT substr(o, 17)::int8 FROM unnest(c.reloptions) o WHERE o LIKE 'pages_per_range=%'), 128)
             FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.oid = {index.Oid}
             """,
            static row => (Blocks: row.GetInt64(0), PerRange: row.GetInt64(1)),
            ct);
        var (blocks, perRange) = sizes[0];
        if (2 * ((blocks / perRange) + 1) * blocks > MostBlocks || !index.Keys.All(static key => key.Class.EndsWith("_minmax_ops", StringComparison.Ordinal)))
        {
            return false;
        }
        foreach (var key in index.Keys)
        {
            if (!await inquiry.UndoneAsync(() => SearchAsync(key, perRange, ct), ct))
            {
                return false;
            }
        }
        return true;
    }

    private async Task<bool> SearchAsync(IndexKey key, long perRange, CancellationToken ct)
    {
        var range = FormattableString.Invariant($"((ctid::text::point)[0]::int8 / {perRange})");
        var sql =
            $"""
             SELECT count(*), count(*) FILTER (WHERE _rd_i._rd_n = 0)
             FROM (SELECT {range} AS _rd_r, (array_agg({key.Sql} ORDER BY {key.Sql}))[1] AS _rd_l, (array_agg({key.Sql} ORDER BY {key.Sql} DESC))[1] AS _rd_g
                   FROM ONLY {index.Table} TABLESAMPLE SYSTEM (100) WHERE {key.Sql} IS NOT NULL{Predicate} GROUP BY 1) _rd_h
                  CROSS JOIN LATERAL (VALUES (_rd_l), (_rd_g)) _rd_v (_rd_x)
                  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE {range} = _rd_h._rd_r) AS _rd_n FROM ONLY {index.Table}
                                      WHERE {key.Sql} {key.Equality} _rd_v._rd_x{Predicate}) _rd_i
             """;
        await inquiry.ExecuteAsync(What, Searches, ct);
        var used = await IndexUse.IsForcedAsync(
            inquiry,
            index,
            sql,
            scans => scans.Contains(("Bitmap Index Scan", index.PlainName, true)) && !scans.Exists(static scan => scan.Node is "Seq Scan"),
            ct);
        if (!used)
        {
            return false;
        }
        var found = await inquiry.RowsAsync(What, sql, static row => (Values: row.GetInt64(0), Lost: row.GetInt64(1)), ct);
        if (found[0].Lost > 0)
        {
            inquiry.Tally.Find(
                index.Name,
                IndexesQuestion.Expected,
                FormattableString.Invariant($"of {index.Table}: {found[0].Lost} of {found[0].Values} least and greatest values of ranges of {perRange} blocks are not found in them"));
        }
        return true;
    }
}
