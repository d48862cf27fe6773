using RestoreDrill.Verification.Listing;

namespace RestoreDrill.Verification.Structures;

/// <summary>The indexes that PostgreSQL keeps and uses. A partitioned index has no storage; those of its leaves do. An unlogged table is empty after a restore.</summary>
internal static class IndexList
{
    private const string Separator = "\u001e";

    /// <summary>Indexes of the users' tables and materialised views.</summary>
    public const string OfUsers = $"c.relkind IN ('r', 'm') AND {Catalog.OfUsers}";

    /// <summary>The same, and those of the users' TOAST tables.</summary>
    public const string OfUsersAndToast = $"(({OfUsers}) OR (c.relkind = 't' AND n.nspname = 'pg_toast' AND c.oid >= 16384))";

    /// <summary>Indexes of PostgreSQL's own catalogs, shared ones and TOAST included.</summary>
    public const string OfCatalogs = "c.relkind IN ('r', 't') AND n.nspname IN ('pg_catalog', 'pg_toast', 'information_schema') AND c.oid < 16384";

    public static Task<List<IndexDescription>> AskAsync(Inquiry inquiry, string which, CancellationToken ct) =>
        inquiry.RowsAsync(
            "listing indexes",
            $"""
            SELECT i.indexrelid::text, quote_ident(n.nspname) || '.' || quote_ident(x.relname), x.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   o.rolname, pg_has_role(o.oid, 'USAGE'), a.amname, c.relkind = 't', i.indisunique, i.indisexclusion,
                   {(inquiry.MajorVersion >= 15 ? "i.indnullsnotdistinct" : "false")}, i.indexprs IS NOT NULL, pg_get_expr(i.indpred, i.indrelid),
                   k.columns, k.equalities, k.orderings, k.grouped, k.classes,
                   array_to_string(ARRAY(SELECT pg_get_indexdef(i.indexrelid, j, false) FROM generate_series(i.indnkeyatts + 1, i.indnatts) j ORDER BY j), chr(30))
            FROM {Catalog.Relations} JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am a ON a.oid = x.relam
                 JOIN pg_roles o ON o.oid = c.relowner
                 CROSS JOIN LATERAL ({Keys}) k
            WHERE x.relkind = 'i' AND i.indisvalid AND i.indisready AND i.indislive AND c.relpersistence = 'p' AND c.relispopulated AND {which}
            ORDER BY 2
            """,
            static row => new IndexDescription
            {
                Oid = row.GetString(0),
                Name = row.GetString(1),
                PlainName = row.GetString(2),
                Table = row.GetString(3),
                Owner = row.GetString(4),
                IsOurs = row.GetBoolean(5),
                Method = row.GetString(6),
                IsOfToast = row.GetBoolean(7),
                IsUnique = row.GetBoolean(8),
                IsExclusion = row.GetBoolean(9),
                HasEqualNulls = row.GetBoolean(10),
                HasExpressions = row.GetBoolean(11),
                Predicate = row.IsDBNull(12) ? null : row.GetString(12),
                Keys =
                [
                    .. row.GetString(13).Split(Separator).Zip(row.GetString(14).Split(Separator), row.GetString(15).Split(Separator))
                        .Zip(
                            row.GetString(16).Split(Separator),
                            row.GetString(17).Split(Separator)).Select(static key => new IndexKey(key.First.First, key.First.Second, key.First.Third, key.Third, key.Second == "t")),
                ],
                Included = row.GetString(18).Split(Separator, StringSplitOptions.RemoveEmptyEntries),
            },
            ct);

    // Strategies of an operator family (PostgreSQL, "Index Method Strategies"): a B-tree's 1 is less, 3 equal, 5 greater; a hash index's 1 is equal.
    private const string Keys =
        """
        SELECT string_agg(pg_get_indexdef(i.indexrelid, j, false)
                   || CASE WHEN l.oid IS NOT NULL AND l.oid <> coalesce(t.attcollation, 100) THEN ' COLLATE ' || quote_ident(s.nspname) || '.' || quote_ident(l.collname) ELSE '' END,
                   chr(30) ORDER BY j) AS columns,
               string_agg(coalesce((
                   SELECT 'OPERATOR(' || quote_ident(m.nspname) || '.' || p.oprname || ')'
                   FROM pg_amop f JOIN pg_operator p ON p.oid = f.amopopr JOIN pg_namespace m ON m.oid = p.oprnamespace
                   WHERE f.amopfamily = q.opcfamily AND f.amoplefttype = q.opcintype AND f.amoprighttype = q.opcintype
                     AND f.amopstrategy = CASE a.amname WHEN 'btree' THEN 3 WHEN 'brin' THEN 3 WHEN 'hash' THEN 1 END), ''), chr(30) ORDER BY j) AS equalities,
               string_agg(coalesce((
                   SELECT 'USING OPERATOR(' || quote_ident(m.nspname) || '.' || p.oprname || ') NULLS ' || CASE WHEN i.indoption[j - 1] & 2 = 2 THEN 'FIRST' ELSE 'LAST' END
                   FROM pg_amop f JOIN pg_operator p ON p.oid = f.amopopr JOIN pg_namespace m ON m.oid = p.oprnamespace
                   WHERE f.amopfamily = q.opcfamily AND f.amoplefttype = q.opcintype AND f.amoprighttype = q.opcintype
                     AND a.amname = 'btree' AND f.amopstrategy = CASE WHEN i.indoption[j - 1] & 1 = 1 THEN 5 ELSE 1 END), ''), chr(30) ORDER BY j) AS orderings,
               string_agg(CASE WHEN q.opcname IN ('text_pattern_ops', 'varchar_pattern_ops', 'bpchar_pattern_ops') OR EXISTS (
                   SELECT FROM pg_opclass e WHERE e.opcdefault AND e.opcmethod = q.opcmethod AND e.opcfamily = q.opcfamily AND e.opcintype = q.opcintype)
                   THEN 't' ELSE 'f' END, chr(30) ORDER BY j) AS grouped,
               string_agg(CASE WHEN q.opcnamespace = 'pg_catalog'::regnamespace THEN q.opcname ELSE '' END, chr(30) ORDER BY j) AS classes
        FROM generate_series(1, i.indnkeyatts) j
             JOIN pg_opclass q ON q.oid = i.indclass[j - 1]
             LEFT JOIN pg_collation l ON l.oid = i.indcollation[j - 1] LEFT JOIN pg_namespace s ON s.oid = l.collnamespace
             LEFT JOIN pg_attribute t ON t.attrelid = i.indrelid AND t.attnum = i.indkey[j - 1] AND t.attnum > 0
        """;
}
