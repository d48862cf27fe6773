using static RestoreDrill.Verification.Catalogs.CatalogSql;

namespace RestoreDrill.Verification.Catalogs;

/// <summary>Schemas, extensions, privileges, what a database exchanges with others, and what is said about objects.</summary>
internal static class DatabaseQuestions
{
    public static readonly IReadOnlyList<CatalogQuestion> All =
    [
        new(
            "schema",
            $"SELECT quote_ident(n.nspname), concat_ws('; ', {Owner("n.nspowner")}, {Acl("n.nspacl")}), n.xmin FROM pg_namespace n WHERE {OfUsers("n.oid")}"),
        new(
            "extension",
            $"""
            SELECT quote_ident(x.extname), concat_ws('; ', 'version=' || x.extversion, 'schema=' || quote_ident(n.nspname), {Owner("x.extowner")}), x.xmin
            FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
            """),
        new(
            "default-acl",
            $"""
            SELECT {Role("d.defaclrole")} || ' in ' || coalesce(quote_ident(n.nspname), '*') || ' for ' || d.defaclobjtype::text, {Acl("d.defaclacl")}, d.xmin
            FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
            """),
        new("system-acl", SystemAcls),
        new(
            "event-trigger",
            $"""
            SELECT quote_ident(t.evtname),
                   concat_ws('; ', 'enabled=' || t.evtenabled::text, 'event=' || t.evtevent, {Owner("t.evtowner")}, 'calls=' || t.evtfoid::regprocedure::text, {List("tags", "t.evttags")}),
                   t.xmin
            FROM pg_event_trigger t
            """),
        new(
            "foreign-data-wrapper",
            $"""
            SELECT quote_ident(w.fdwname), concat_ws('; ', {Owner("w.fdwowner")}, {Acl("w.fdwacl")}, 'handler=' || nullif(w.fdwhandler, 0)::regprocedure::text,
                   'validator=' || nullif(w.fdwvalidator, 0)::regprocedure::text, {OptionNames("w.fdwoptions")}), w.xmin
            FROM pg_foreign_data_wrapper w
            """),
        new(
            "foreign-server",
            $"""
            SELECT quote_ident(s.srvname), concat_ws('; ', 'wrapper=' || quote_ident(w.fdwname), {Owner("s.srvowner")}, {Acl("s.srvacl")}, 'type=' || s.srvtype,
                   'version=' || s.srvversion, {Options("s.srvoptions", "'host', 'hostaddr', 'port', 'dbname'")}), s.xmin
            FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
            """),
        // A view that shows options, which hold passwords, to some: they are not asked for.
        new("user-mapping", $"SELECT {Role("m.umuser")} || ' on ' || quote_ident(m.srvname), 'mapped', m.umid FROM pg_user_mappings m"),
        new(
            "publication",
            major => $"""
            SELECT quote_ident(p.pubname), concat_ws('; ', {Owner("p.pubowner")}, {If("p.puballtables", "all tables")}, {If("p.pubinsert", "insert")}, {If("p.pubupdate", "update")},
                   {If("p.pubdelete", "delete")}, {If("p.pubtruncate", "truncate")}, {If("p.pubviaroot", "via root")}, {Since(18, major, "'generated=' || p.pubgencols::text")}), p.xmin
            FROM pg_publication p
            """),
        new(
            "publication-table",
            major => $"""
            SELECT quote_ident(p.pubname) || ': ' || {Name("c.relname")},
                   concat_ws('; ', 'published', {Since(15, major, "'where=' || pg_get_expr(r.prqual, r.prrelid)")},
                       {Since(15, major, "'columns=(' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) || ')'")}),
                   r.xmin
            FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            """),
        new(
            "publication-schema",
            """
            SELECT quote_ident(p.pubname) || ': ' || quote_ident(n.nspname), 'published', r.xmin
            FROM pg_publication_namespace r JOIN pg_publication p ON p.oid = r.pnpubid JOIN pg_namespace n ON n.oid = r.pnnspid
            """,
            15),
        // Only these columns may be read by everybody; the connection string is not asked for.
        new(
            "subscription",
            $"""
            SELECT quote_ident(s.subname), concat_ws('; ', {Owner("s.subowner")}, CASE WHEN s.subenabled THEN 'enabled' ELSE 'disabled' END,
                   {List("publications", "s.subpublications")}, 'slot=' || s.subslotname), {WritesTo("pg_subscription")}
            FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = current_database()
            """),
        new(
            "comment",
            $"""
            SELECT o.type || ' ' || o.identity, {Digest("text", "d.description")}, d.xmin
            FROM pg_description d CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o
            WHERE d.classoid <> 'pg_extension'::regclass AND (d.objoid >= 16384 OR (d.classoid = 'pg_namespace'::regclass AND d.objoid = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = 'public')))
              AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
            """),
        new(
            "security-label",
            $"""
            SELECT l.provider || ': ' || o.type || ' ' || o.identity, {Digest("label", "l.label")}, l.xmin
            FROM pg_seclabel l CROSS JOIN LATERAL pg_identify_object(l.classoid, l.objoid, l.objsubid) o
            """),
        // One item for all: there may be millions. A physical copy keeps their OIDs, by which rows refer to them.
        new(
            "large-objects",
            $"""
            SELECT 'all', count(*) || ' objects; oids, owners and acls=' || coalesce(sum(hashtextextended(m.oid::text || ' ' || pg_get_userbyid(m.lomowner) || ' ' || coalesce(m.lomacl::text, ''), 0)), 0),
                   {WritesTo("pg_largeobject_metadata")}
            FROM pg_largeobject_metadata m
            """),
    ];

    /// <summary>Privileges on what PostgreSQL itself made that are not those it was made with.</summary>
    private static string SystemAcls(int major) =>
        $"""
        SELECT o.type || ' ' || o.identity, {Acl("x.acl")}, x.version
        FROM (
            SELECT 'pg_class'::regclass AS catalog, c.oid, c.relacl AS acl, c.xmin AS version FROM pg_class c WHERE c.oid < 16384 AND c.relkind IN ('r', 'v', 'S') AND c.relnamespace = 'pg_catalog'::regnamespace
            UNION ALL SELECT 'pg_proc'::regclass, p.oid, p.proacl, p.xmin FROM pg_proc p WHERE p.oid < 16384
            UNION ALL SELECT 'pg_namespace'::regclass, n.oid, n.nspacl, n.xmin FROM pg_namespace n WHERE n.nspname IN ('pg_catalog', 'information_schema')
            UNION ALL SELECT 'pg_type'::regclass, t.oid, t.typacl, t.xmin FROM pg_type t WHERE t.oid < 16384
        ) x
        LEFT JOIN pg_init_privs i ON i.classoid = x.catalog AND i.objoid = x.oid AND i.objsubid = 0
        CROSS JOIN LATERAL pg_identify_object(x.catalog, x.oid, 0) o
        WHERE x.acl IS DISTINCT FROM i.initprivs AND x.acl IS NOT NULL
        """;
}
