using RestoreDrill.Verification.Sessions;

namespace RestoreDrill.Verification.OldRows;

/// <summary>
/// A digest of everything in the catalogs that shapes a row's image: the columns, and the types of users that they are made of, at any depth. Names are not in
/// an image, nor are defaults, statistics, storage, privileges and comments.
/// </summary>
internal static class SignatureQuestion
{
    /// <summary>Types from here on were made by somebody (access/transam.h); those of PostgreSQL itself never change within a cluster.</summary>
    private const int FirstOfUsers = 16384;

    /// <summary>aclitem and aclitem[]: they have no binary form, and their text holds the names of roles.</summary>
    private const string NamesRoles = "1033, 1034";

    /// <summary>The signature of each table and materialised view, by OID.</summary>
    public static async Task<Dictionary<uint, string>> AskAsync(Session session, CancellationToken ct)
    {
        // Multiranges came with 14, virtual generated columns with 18.
        var ranges = session.MajorVersion >= 14 ? "g.rngtypid = y.oid OR g.rngmultitypid = y.oid" : "g.rngtypid = y.oid";
        var found = await session.RowsAsync(
            "reading what shapes the rows of relations",
            $"""
            WITH RECURSIVE columns AS (
                SELECT a.attrelid, a.atttypid, a.attnum,
                       concat_ws(' ', a.attnum, a.atttypid, a.atttypmod, a.attlen, a.attisdropped, a.attgenerated, a.atthasmissing,
                           quote_nullable(a.attmissingval::text), CASE WHEN a.attgenerated = 'v' THEN pg_get_expr(d.adbin, d.adrelid) END) AS words
                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid AND c.relkind NOT IN ('i', 'I', 't')
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attnum > 0
            ), rows AS (
                SELECT a.attrelid, string_agg(a.words, ',' ORDER BY a.attnum) AS words FROM columns a GROUP BY a.attrelid
            ), used(relation, type) AS (
                SELECT a.attrelid, a.atttypid FROM columns a WHERE a.atttypid >= {FirstOfUsers} OR a.atttypid IN ({NamesRoles})
                UNION
                SELECT u.relation, part.oid
                FROM used u JOIN pg_type y ON y.oid = u.type
                CROSS JOIN LATERAL (
                    SELECT y.typelem
                    UNION ALL SELECT y.typbasetype
                    UNION ALL SELECT a.atttypid FROM pg_attribute a WHERE a.attrelid = y.typrelid AND a.attnum > 0
                    UNION ALL SELECT g.rngsubtype FROM pg_range g WHERE {ranges}
                ) part(oid)
                WHERE part.oid >= {FirstOfUsers} OR part.oid IN ({NamesRoles})
            ), types AS (
                SELECT y.oid,
                       concat_ws(' ', y.oid, y.typtype, y.typlen, y.typelem, y.typbasetype, y.typtypmod, y.typsend::oid, r.words,
                           (SELECT string_agg(concat_ws(' ', g.rngtypid, g.rngsubtype), ',') FROM pg_range g WHERE {ranges}),
                           (SELECT string_agg(concat_ws(' ', e.enumsortorder, quote_literal(e.enumlabel)), ',' ORDER BY e.enumsortorder)
                            FROM pg_enum e WHERE e.enumtypid = y.oid),
                           CASE WHEN y.oid IN ({NamesRoles})
                                THEN (SELECT string_agg(concat_ws(' ', o.oid, quote_literal(o.rolname)), ',' ORDER BY o.oid) FROM pg_roles o) END) AS words
                FROM pg_type y LEFT JOIN rows r ON r.attrelid = y.typrelid
                WHERE y.oid IN (SELECT u.type FROM used u)
            ), made AS (
                SELECT u.relation, string_agg(t.words, E'\n' ORDER BY t.oid) AS words FROM used u JOIN types t ON t.oid = u.type GROUP BY u.relation
            )
            SELECT c.oid, encode(sha256(textsend(concat_ws(E'\n', r.words, m.words))), 'hex')
            FROM pg_class c LEFT JOIN rows r ON r.attrelid = c.oid LEFT JOIN made m ON m.relation = c.oid
            WHERE c.relkind IN ('r', 'm')
            """,
            static row => (Oid: row.GetFieldValue<uint>(0), Signature: row.GetString(1)),
            ct);
        return found.ToDictionary(static signature => signature.Oid, static signature => signature.Signature);
    }
}
