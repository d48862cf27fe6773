using System.Globalization;
using RestoreDrill.Verification.Fingerprints;

namespace RestoreDrill.Verification.Chain;

/// <summary>The SQL that reads row versions group by group, against several limits in one scan.</summary>
internal static class ChainFormula
{
    /// <summary>Gives first block, and rows and sum for each limit, of each group of a range, also of those without rows.</summary>
    /// <remarks>
    /// <c>OFFSET 0</c> keeps the hash and the age from being made once for each limit. An age counts from the server's next transaction, so the difference of two ages is
    /// that of the ids, also around the end of the 32 bits; those of limits are taken once per statement. A frozen row keeps its xmin.
    /// </remarks>
    public static string Sums(RelationShape shape, long first, long end, int grain, IReadOnlyList<ulong> limits, long seed, int majorVersion)
    {
        var alias = ImageFormula.AliasFor(shape.Columns);
        var numbers = Enumerable.Range(0, limits.Count).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT g.b, s.*
            FROM pg_catalog.generate_series('{first}'::pg_catalog.int8, '{end - 1}'::pg_catalog.int8, '{grain}'::pg_catalog.int8) AS g(b)
            CROSS JOIN LATERAL (
                SELECT {string.Join(", ", numbers.Select(Sum))}
                FROM (
                    SELECT r.h, {string.Join(", ", numbers.Select(i => $"{IsOlder(limits[i])} AS o{i}"))}
                    FROM (
                        SELECT {ImageFormula.VersionHash(shape, alias, seed, majorVersion)} AS h, pg_catalog.age({alias}.xmin)::pg_catalog.int8 AS a,
                               {alias}.xmin = '2'::pg_catalog.xid OR {alias}.xmin = '1'::pg_catalog.xid AS p
                        FROM ONLY {shape.QuotedName} AS {alias}
                        WHERE {alias}.ctid >= pg_catalog.format('(%s,0)', g.b)::pg_catalog.tid
                          AND {alias}.ctid < pg_catalog.format('(%s,0)', least(g.b + {grain}, {uint.MaxValue}))::pg_catalog.tid
                        OFFSET 0
                    ) AS r
                    OFFSET 0
                ) AS q
            ) AS s
            """);
    }

    private static string Sum(int limit)
    {
        var which = limit == 0 ? "q.o0" : string.Create(CultureInfo.InvariantCulture, $"q.o0 AND q.o{limit}");
        return $"pg_catalog.count(*) FILTER (WHERE {which}), coalesce(pg_catalog.sum(q.h) FILTER (WHERE {which}), 0)";
    }

    /// <summary>The ids of the bootstrap and of rows frozen before PostgreSQL 9.4 (1 and 2) have a fixed age; nothing is older.</summary>
    private static string IsOlder(ulong limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"(((r.a - (SELECT pg_catalog.age('{(uint)(limit & uint.MaxValue)}'::pg_catalog.xid)::pg_catalog.int8)) & {uint.MaxValue}) BETWEEN 1 AND {int.MaxValue} OR r.p)");
}
