using System.Globalization;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Verification.Fingerprints;

namespace RestoreDrill.Verification.OldRows;

/// <summary>
/// The SQL that reads old rows group by group. Each group is a Tid Range Scan of its own inside one statement; run on PostgreSQL 15, that costs no more than
/// one scan of all of them. The image hash is the fingerprint's.
/// </summary>
internal static class OldRowFormula
{
    /// <summary>Gives first block, rows and sum of each group of a range, also of those without old rows.</summary>
    public static string Sums(RelationShape shape, long first, long end, int grain, OldRowLimit limit, long seed, int majorVersion) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT g.b, s.n, s.h
        FROM pg_catalog.generate_series('{first}'::pg_catalog.int8, '{end - 1}'::pg_catalog.int8, '{grain}'::pg_catalog.int8) AS g(b)
        CROSS JOIN LATERAL (
            SELECT pg_catalog.count(*), coalesce(pg_catalog.sum({Hash(shape, seed, majorVersion)}), 0) {From(shape, grain, limit)}
        ) AS s(n, h)
        """);

    /// <summary>Gives first block and hashes of each of some groups; null without old rows.</summary>
    public static string Hashes(RelationShape shape, IEnumerable<long> firstBlocks, int grain, OldRowLimit limit, long seed, int majorVersion) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        SELECT g.b, s.h
        FROM pg_catalog.unnest('{{{string.Join(',', firstBlocks)}}}'::pg_catalog.int8[]) AS g(b)
        CROSS JOIN LATERAL (SELECT pg_catalog.array_agg({{Hash(shape, seed, majorVersion)}}) {{From(shape, grain, limit)}}) AS s(h)
        """);

    private static string Hash(RelationShape shape, long seed, int majorVersion) =>
        ImageFormula.RowHash(shape, ImageFormula.AliasFor(shape.Columns), seed, majorVersion);

    private static string From(RelationShape shape, int grain, OldRowLimit limit)
    {
        var alias = ImageFormula.AliasFor(shape.Columns);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            FROM ONLY {shape.QuotedName} AS {alias}
            WHERE {alias}.ctid >= pg_catalog.format('(%s,0)', g.b)::pg_catalog.tid
              AND {alias}.ctid < pg_catalog.format('(%s,0)', least(g.b + {grain}, {uint.MaxValue}))::pg_catalog.tid
              AND {IsOld(alias, limit)}
            """);
    }

    /// <summary>Whether a row version was made before the limit.</summary>
    /// <remarks>
    /// <c>age()</c> counts from the server's next transaction, so the difference of two ages is that of the ids, on any server and around the end of the 32
    /// bits. Only the ids of the bootstrap and of rows frozen before PostgreSQL 9.4 (1 and 2) have a fixed age; nothing is older. A frozen row keeps its xmin.
    /// </remarks>
    public static string IsOld(string alias, OldRowLimit limit)
    {
        var xid = (uint)(limit.Xid & uint.MaxValue);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            (((pg_catalog.age({alias}.xmin)::pg_catalog.int8 - pg_catalog.age('{xid}'::pg_catalog.xid)::pg_catalog.int8) & {uint.MaxValue}) BETWEEN 1 AND {int.MaxValue}
             OR {alias}.xmin = '2'::pg_catalog.xid OR {alias}.xmin = '1'::pg_catalog.xid)
            """);
    }
}
