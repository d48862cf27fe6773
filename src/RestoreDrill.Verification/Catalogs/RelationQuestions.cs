using RestoreDrill.Core.Manifests;
using static RestoreDrill.Verification.Catalogs.CatalogSql;

namespace RestoreDrill.Verification.Catalogs;

/// <summary>Relations and what hangs on them.</summary>
internal static class RelationQuestions
{
    private const string Relations = "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace";

    private static readonly string Relation = Name("c.relname");

    public static readonly IReadOnlyList<CatalogQuestion> All =
    [
        new("table", major => RelationsOf("'r', 'p'", major)),
        new("foreign-table", major => RelationsOf("'f'", major)),
        new("view", major => RelationsOf("'v'", major)),
        new("materialized-view", major => RelationsOf("'m'", major)),
        new(CatalogKinds.Populated, $"SELECT {Relation}, c.relispopulated::text, c.xmin FROM {Relations} WHERE c.relkind = 'm' AND {OfUsers("c.oid")}"),
        new("column", Columns),
        new(CatalogKinds.Index, Indexes),
        new(CatalogKinds.Constraint, Constraints),
        new("trigger", Triggers),
        new(
            "rule",
            $"""
            SELECT {Relation} || '.' || quote_ident(r.rulename), concat_ws('; ', 'enabled=' || r.ev_enabled::text, {Digest("definition", "pg_get_ruledef(r.oid)")}), r.xmin
            FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE r.rulename <> '_RETURN' AND {OfUsers("c.oid")}
            """),
        new(
            "policy",
            $"""
            SELECT {Relation} || '.' || quote_ident(p.polname),
                   concat_ws('; ', CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END, 'for=' || p.polcmd::text,
                       'to=(' || (SELECT string_agg({Role("r")}, ', ' ORDER BY ({Role("r")}) COLLATE "C") FROM unnest(p.polroles) r) || ')',
                       'using=' || pg_get_expr(p.polqual, p.polrelid), 'check=' || pg_get_expr(p.polwithcheck, p.polrelid)),
                   p.xmin
            FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            """),
        new(
            "statistics",
            $"""
            SELECT {Name("s.stxname")}, concat_ws('; ', {Owner("s.stxowner")}, 'target=' || nullif(s.stxstattarget, -1), pg_get_statisticsobjdef(s.oid)), s.xmin
            FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
            """),
        new("sequence", Sequences),
    ];

    /// <summary>
    /// What each sequence has given out, or NULL where this login may not read that. One that cycles may stand anywhere, and crash recovery sets an unlogged one back.
    /// pg_sequence_last_value takes the lock that nextval takes.
    /// </summary>
    public static readonly CatalogQuestion Stands = new(
        CatalogKinds.SequenceStand,
        $"""
        SELECT {Relation},
               CASE WHEN has_sequence_privilege(c.oid, 'SELECT, USAGE') THEN coalesce(pg_sequence_last_value(c.oid)::text, 'unused') || ' by ' || s.seqincrement || ' in ' || s.seqcache END,
               c.xmin || ' ' || s.xmin
        FROM pg_sequence s JOIN {Relations} ON c.oid = s.seqrelid
        WHERE NOT s.seqcycle AND c.relpersistence = 'p' AND {OfUsers("c.oid")}
        """);

    /// <summary>
    /// What is in the catalogs and the server would not use: it looks at these flags first. VACUUM takes back those that claim too much, never one that is needed, so a
    /// sound database has none of these words.
    /// </summary>
    private static readonly string Unused = string.Join(
        ", ",
        If("NOT c.relhasindex AND EXISTS (SELECT FROM pg_index f WHERE f.indrelid = c.oid)", "INDEXES UNUSED"),
        If("NOT c.relhastriggers AND EXISTS (SELECT FROM pg_trigger f WHERE f.tgrelid = c.oid)", "TRIGGERS UNUSED"),
        If("NOT c.relhasrules AND EXISTS (SELECT FROM pg_rewrite f WHERE f.ev_class = c.oid)", "RULES UNUSED"),
        If("c.relchecks <> (SELECT count(*) FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'c')", "CHECKS UNUSED"));

    private static string RelationsOf(string kinds, int major)
    {
        var definition = kinds is "'v'" or "'m'" ? Digest("definition", "pg_get_viewdef(c.oid)") : "NULL";
        var partition = kinds is "'r', 'p'" or "'f'"
            ? $"""
              'partition by=' || pg_get_partkeydef(c.oid), 'bound=' || pg_get_expr(c.relpartbound, c.oid),
              'of type=' || CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END,
              'parents=(' || (SELECT string_agg({Name("pc.relname")} || {(major >= 14 ? "CASE WHEN i.inhdetachpending THEN ' (detach pending)' ELSE '' END" : "''")}, ', ' ORDER BY i.inhseqno)
                              FROM pg_inherits i JOIN pg_class pc ON pc.oid = i.inhparent JOIN pg_namespace n ON n.oid = pc.relnamespace WHERE i.inhrelid = c.oid) || ')'
              """
            : "NULL";
        var foreign = kinds is "'f'"
            ? $"(SELECT concat_ws('; ', 'server=' || quote_ident(fs.srvname), {Options("f.ftoptions", "'schema_name', 'table_name'")}) FROM pg_foreign_table f JOIN pg_foreign_server fs ON fs.oid = f.ftserver WHERE f.ftrelid = c.oid)"
            : "NULL";
        return $"""
            SELECT {Relation},
                   concat_ws('; ', 'kind=' || c.relkind::text, 'persistence=' || c.relpersistence::text, {Owner("c.relowner")}, {Acl("c.relacl")}, {List("options", "c.reloptions")},
                       {List("toast options", "t.reloptions")}, {Unused}, {If("c.relrowsecurity", "row security")}, {If("c.relforcerowsecurity", "row security forced")},
                       'replica identity=' || nullif(c.relreplident, 'd')::text, 'access method=' || quote_ident(am.amname), {Tablespace("c.reltablespace")},
                       {partition}, {foreign}, {definition}),
                   c.xmin
            FROM {Relations} LEFT JOIN pg_class t ON t.oid = c.reltoastrelid LEFT JOIN pg_am am ON am.oid = c.relam
            WHERE c.relkind IN ({kinds}) AND {OfUsers("c.oid")}
            """;
    }

    private static string Columns(int major) =>
        $"""
        SELECT {Relation} || '.' || quote_ident(a.attname),
               concat_ws('; ', 'position=' || a.attnum, {If("NOT a.atthasdef AND d.oid IS NOT NULL", "DEFAULT UNUSED")}, 'type=' || format_type(a.atttypid, a.atttypmod), {If("a.attnotnull", "not null")},
                   CASE WHEN a.attgenerated <> '' THEN 'generated ' || a.attgenerated::text || '=' ELSE 'default=' END || pg_get_expr(d.adbin, d.adrelid),
                   'identity=' || nullif(a.attidentity, '')::text, CASE WHEN a.attcollation <> y.typcollation THEN {Collation("a.attcollation")} END,
                   'storage=' || a.attstorage::text, {Since(14, major, "'compression=' || nullif(a.attcompression, '')::text")},
                   'statistics=' || nullif(a.attstattarget, -1), {List("options", "a.attoptions")}, {Acl("a.attacl")},
                   CASE WHEN a.attfdwoptions IS NOT NULL THEN {Options("a.attfdwoptions", "'column_name'")} END),
               a.xmin || ' ' || coalesce(d.xmin::text, '')
        FROM pg_attribute a JOIN {Relations} ON c.oid = a.attrelid JOIN pg_type y ON y.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped AND {OfUsers("c.oid")}
        """;

    private static string Indexes(int major) =>
        $"""
        SELECT {Relation},
               concat_ws('; ', {If("NOT i.indisvalid", "INVALID")}, {If("NOT i.indisready", "NOT READY")}, {If("NOT i.indislive", "NOT LIVE")},
                   {If("NOT i.indisexclusion AND EXISTS (SELECT FROM pg_constraint f WHERE f.conindid = c.oid AND f.contype = 'x')", "EXCLUSION UNUSED")}, {If("i.indisprimary", "primary")},
                   {If("i.indisclustered", "clustered")}, {If("i.indisreplident", "replica identity")}, {If("NOT i.indimmediate", "deferrable")},
                   'parent=' || (SELECT {Name("pc.relname")} FROM pg_inherits h JOIN pg_class pc ON pc.oid = h.inhparent JOIN pg_namespace n ON n.oid = pc.relnamespace
                                 WHERE h.inhrelid = c.oid),
                   {Tablespace("c.reltablespace")},
                   'statistics=(' || (SELECT string_agg(a.attnum || ':' || a.attstattarget, ', ' ORDER BY a.attnum) FROM pg_attribute a
                                      WHERE a.attrelid = c.oid AND a.attstattarget >= 0) || ')',
                   pg_get_indexdef(c.oid)),
               c.xmin || ' ' || i.xmin
        FROM pg_index i JOIN {Relations} ON c.oid = i.indexrelid
        WHERE {OfUsers("c.oid")}
        """;

    private static string Constraints(int major) =>
        $"""
        SELECT quote_ident(n.nspname) || '.' || quote_ident(coalesce(c.relname, y.typname)) || '.' || quote_ident(k.conname),
               concat_ws('; ', 'type=' || k.contype::text, {If("NOT k.convalidated", "NOT VALID")}, {Since(18, major, If("NOT k.conenforced", "NOT ENFORCED"))},
                   {If($"{MayHaveTriggers(major)} AND (SELECT count(*) FROM pg_trigger t WHERE t.tgconstraint = k.oid) < 4", "TRIGGERS MISSING")}, {If("NOT k.conislocal", "inherited")}, {If("k.connoinherit AND k.contype = 'c'", "no inherit")},
                   'triggers=' || (SELECT nullif(string_agg(DISTINCT t.tgenabled::text, '' ORDER BY t.tgenabled::text), 'O') FROM pg_trigger t
                                   WHERE t.tgconstraint = k.oid AND t.tgisinternal),
                   pg_get_constraintdef(k.oid)),
               k.xmin
        FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
             LEFT JOIN pg_class c ON k.conrelid <> 0 AND c.oid = k.conrelid LEFT JOIN pg_type y ON k.contypid <> 0 AND y.oid = k.contypid
        WHERE coalesce(c.relname, y.typname) IS NOT NULL AND {OfUsers("k.oid")}
        """;

    // A foreign key between two plain tables has two triggers on either (commands/tablecmds.c, createForeignKeyActionTriggers and createForeignKeyCheckTriggers).
    private static string MayHaveTriggers(int major) =>
        $"k.contype = 'f' AND {(major >= 18 ? "k.conenforced" : "true")} AND k.conparentid = 0 AND c.relkind = 'r' AND EXISTS (SELECT FROM pg_class f WHERE f.oid = k.confrelid AND f.relkind = 'r')";

    // The arguments of a trigger may be keys, as those of functions that call a web service.
    private static string Triggers(int major) =>
        $"""
        SELECT {Relation} || '.' || quote_ident(t.tgname),
               concat_ws('; ', 'enabled=' || t.tgenabled::text, {Since(13, major, If("t.tgparentid <> 0", "inherited"))},
                   CASE WHEN t.tgnargs = 0 THEN pg_get_triggerdef(t.oid)
                        ELSE 'calls=' || t.tgfoid::regprocedure::text || '; ' || {Digest("definition", "pg_get_triggerdef(t.oid)")} END),
               t.xmin
        FROM pg_trigger t JOIN {Relations} ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal AND {OfUsers("c.oid")}
        """;

    private static string Sequences(int major) =>
        $"""
        SELECT {Relation},
               concat_ws('; ', 'persistence=' || c.relpersistence::text, {Owner("c.relowner")}, {Acl("c.relacl")}, 'type=' || format_type(s.seqtypid, NULL), 'start=' || s.seqstart,
                   'increment=' || s.seqincrement, 'min=' || s.seqmin, 'max=' || s.seqmax, 'cache=' || s.seqcache, {If("s.seqcycle", "cycle")},
                   (SELECT CASE p.deptype WHEN 'i' THEN 'identity of=' ELSE 'owned by=' END || {Name("oc.relname")} || '.' || quote_ident(a.attname)
                    FROM pg_depend p JOIN pg_class oc ON oc.oid = p.refobjid JOIN pg_namespace n ON n.oid = oc.relnamespace
                         JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
                    WHERE p.classid = 'pg_class'::regclass AND p.objid = c.oid AND p.refclassid = 'pg_class'::regclass AND p.deptype IN ('a', 'i'))),
               c.xmin || ' ' || s.xmin
        FROM pg_sequence s JOIN {Relations} ON c.oid = s.seqrelid
        WHERE {OfUsers("c.oid")}
        """;
}
