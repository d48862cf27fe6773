namespace RestoreDrill.Verification.Structures;

/// <summary>
/// Looks every element that the heap holds up in a GIN index: of arrays their elements, of text search vectors their lexemes, of JSON its members (by the whole
/// value under each first key, or each element of an array). The rows that the index gives have to be those that hold it. The work grows with the number of elements.
/// Before that the index is read from its first entry to its last: there the server sees a page that is none of its own (PostgreSQL's ginStepRight), while a search
/// that descends into such a page can go round in a circle that no limit ends.
/// </summary>
/// <remarks>Not judged: rows that are NULL, and entries of which no element asks.</remarks>
internal sealed class ElementProbe(Inquiry inquiry, IndexDescription index)
{
    private const string Searches =
        "SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL work_mem = '64MB'; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = on; "
        + "SET LOCAL enable_hashagg = off; SET LOCAL gin_fuzzy_search_limit = 0";

    private string What => $"probing {index.Name}";

    private string Sample => $"ONLY {index.Table} TABLESAMPLE SYSTEM (100)";

    private string Predicate => index.Predicate is { } predicate ? $" AND ({predicate})" : string.Empty;

    /// <summary>Whether every element leads to the rows that hold it.</summary>
    /// <returns>False where an operator class is not known here, or the planner does not use the index.</returns>
    public async Task<bool> FindsAllAsync(CancellationToken ct)
    {
        foreach (var key in index.Keys)
        {
            if (Everything(key) is not { } everything || Statement(key) is not { } each)
            {
                return false;
            }

            var before = inquiry.Tally.FindingCount;
            if (!await inquiry.UndoneAsync(() => SearchAsync(everything, "rows are not those that the whole index leads to", ct), ct))
            {
                return false;
            }

            if (inquiry.Tally.FindingCount == before
                && !await inquiry.UndoneAsync(() => SearchAsync(each, "elements do not lead to the rows that hold them", ct), ct))
            {
                return false;
            }
        }
        return true;
    }

    private async Task<bool> SearchAsync(string sql, string wrong, CancellationToken ct)
    {
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
        var found = await inquiry.RowsAsync(What, sql, static row => (All: row.GetInt64(0), Wrong: row.GetInt64(1)), ct);
        if (found[0].Wrong > 0)
        {
            inquiry.Tally.Find(
                index.Name,
                IndexesQuestion.Expected,
                FormattableString.Invariant($"of {index.Table}: {found[0].Wrong} of {found[0].All} {wrong}"));
        }
        return true;
    }

    /// <summary>A search that reads every entry of the index, and the rows for which its condition is true.</summary>
    private string? Everything(IndexKey key) => key.Class switch
    {
        "array_ops" => Everything(key, $"{key.Sql} OPERATOR(pg_catalog.@>) '{{}}'"),
        "tsvector_ops" => Everything(key, $"{key.Sql} OPERATOR(pg_catalog.@@) '!_rd_'::tsquery"),
        "jsonb_ops" or "jsonb_path_ops" => Everything(key, $"{key.Sql} OPERATOR(pg_catalog.@>) jsonb '{{}}'"),
        _ => null,
    };

    private string Everything(IndexKey key, string condition) =>
        $"""
         SELECT _rd_h._rd_n, CASE WHEN _rd_h._rd_s IS DISTINCT FROM _rd_i._rd_s THEN greatest(abs(_rd_h._rd_n - _rd_i._rd_n), 1) ELSE 0 END
         FROM (SELECT count(*) AS _rd_n, sum({IndexUse.TidHash(inquiry)}) AS _rd_s FROM {Sample} WHERE {condition} AND {key.Sql} IS NOT NULL{Predicate}) _rd_h
              CROSS JOIN (SELECT count(*) AS _rd_n, sum({IndexUse.TidHash(inquiry)}) AS _rd_s FROM ONLY {index.Table}
                          WHERE {condition} AND {key.Sql} IS NOT NULL{Predicate}) _rd_i
         """;

    private string? Statement(IndexKey key) => key.Class switch
    {
        "array_ops" => Statement(
            key,
            $"SELECT DISTINCT ctid, _rd_u AS _rd_e FROM {Sample}, unnest({key.Sql}) _rd_u WHERE _rd_u IS NOT NULL{Predicate}",
            $"{key.Sql} OPERATOR(pg_catalog.@>) ARRAY[_rd_h._rd_e]"),
        "tsvector_ops" => Statement(
            key,
            $"SELECT ctid, _rd_u COLLATE \"C\" AS _rd_e FROM {Sample}, unnest(tsvector_to_array({key.Sql})) _rd_u WHERE true{Predicate}",
            $"{key.Sql} OPERATOR(pg_catalog.@@) (chr(39) || replace(replace(_rd_h._rd_e, chr(92), repeat(chr(92), 2)), chr(39), repeat(chr(39), 2)) || chr(39))::tsquery"),
        "jsonb_ops" or "jsonb_path_ops" => Statement(
            key,
            $"""
             SELECT DISTINCT ctid, CASE jsonb_typeof({key.Sql}) WHEN 'object' THEN jsonb_build_object(_rd_k, _rd_v) ELSE jsonb_build_array(_rd_v) END AS _rd_e
             FROM {Sample}, LATERAL (
                 SELECT * FROM jsonb_each(CASE jsonb_typeof({key.Sql}) WHEN 'object' THEN {key.Sql} ELSE jsonb_build_object() END)
                 UNION ALL SELECT NULL, _rd_x FROM jsonb_array_elements(CASE jsonb_typeof({key.Sql}) WHEN 'array' THEN {key.Sql} ELSE jsonb '[]' END) _rd_a (_rd_x)) _rd_m (_rd_k, _rd_v)
             WHERE true{Predicate}
             """,
            // What contains a member may hold more than it; only rows with just this member were counted.
            $"""
             {key.Sql} OPERATOR(pg_catalog.@>) _rd_h._rd_e AND CASE jsonb_typeof(_rd_h._rd_e)
                 WHEN 'object' THEN EXISTS (SELECT FROM jsonb_each(_rd_h._rd_e) _rd_p (_rd_k, _rd_v) WHERE {key.Sql} -> _rd_k = _rd_v)
                 ELSE EXISTS (SELECT FROM jsonb_array_elements(CASE jsonb_typeof({key.Sql}) WHEN 'array' THEN {key.Sql} ELSE jsonb '[]' END) _rd_a (_rd_x) WHERE _rd_x = _rd_h._rd_e -> 0) END
             """),
        _ => null,
    };

    private string Statement(IndexKey key, string elements, string holds) =>
        $"""
         SELECT count(*), count(*) FILTER (WHERE _rd_h._rd_n <> _rd_i._rd_n OR _rd_h._rd_s IS DISTINCT FROM _rd_i._rd_s)
         FROM (SELECT _rd_e, count(*) AS _rd_n, sum({IndexUse.TidHash(inquiry)}) AS _rd_s FROM ({elements}) _rd_l GROUP BY _rd_e) _rd_h
              CROSS JOIN LATERAL (SELECT count(*) AS _rd_n, sum({IndexUse.TidHash(inquiry)}) AS _rd_s FROM ONLY {index.Table}
                                  WHERE {holds} AND {key.Sql} IS NOT NULL{Predicate}) _rd_i
         """;
}
