using static RestoreDrill.Verification.Catalogs.CatalogSql;

namespace RestoreDrill.Verification.Catalogs;

/// <summary>Functions, types, operators and what else extends the language of SQL.</summary>
internal static class CodeQuestions
{
    public static readonly IReadOnlyList<CatalogQuestion> All =
    [
        new("routine", Routines),
        new("type", Types),
        new(
            "cast",
            $"""
            SELECT format_type(c.castsource, NULL) || ' as ' || format_type(c.casttarget, NULL),
                   concat_ws('; ', 'context=' || c.castcontext::text, 'method=' || c.castmethod::text, 'function=' || nullif(c.castfunc, 0)::regprocedure::text), c.xmin
            FROM pg_cast c WHERE c.oid >= 16384 AND NOT {OfExtension("pg_cast", "c.oid")}
            """),
        new(
            "operator",
            $"""
            SELECT o.oid::regoperator::text,
                   concat_ws('; ', {Owner("o.oprowner")}, 'function=' || o.oprcode::regprocedure::text, 'result=' || format_type(o.oprresult, NULL),
                       'commutator=' || nullif(o.oprcom, 0)::regoperator::text, 'negator=' || nullif(o.oprnegate, 0)::regoperator::text,
                       'restrict=' || nullif(o.oprrest, 0)::regproc::text, 'join=' || nullif(o.oprjoin, 0)::regproc::text,
                       {If("o.oprcanhash", "hashes")}, {If("o.oprcanmerge", "merges")}),
                   o.xmin
            FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE {OfUsers("o.oid")} AND NOT {OfExtension("pg_operator", "o.oid")}
            """),
        new(
            "operator-class",
            $"""
            SELECT {Name("o.opcname")} || ' using ' || quote_ident(a.amname),
                   concat_ws('; ', {Owner("o.opcowner")}, 'family=' || (SELECT {Name("f.opfname")} FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace WHERE f.oid = o.opcfamily),
                       'type=' || format_type(o.opcintype, NULL), {If("o.opcdefault", "default")}, 'key=' || format_type(nullif(o.opckeytype, 0), NULL)),
                   o.xmin
            FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace JOIN pg_am a ON a.oid = o.opcmethod
            WHERE {OfUsers("o.oid")} AND NOT {OfExtension("pg_opclass", "o.oid")}
            """),
        new(
            "operator-family",
            $"""
            SELECT {Name("f.opfname")} || ' using ' || quote_ident(a.amname),
                   concat_ws('; ', {Owner("f.opfowner")},
                       'operators=(' || (SELECT string_agg(m.amopstrategy || ' ' || m.amopopr::regoperator::text || ' ' || m.amoppurpose::text, ', '
                                                           ORDER BY m.amopstrategy, m.amopopr::regoperator::text COLLATE "C") FROM pg_amop m WHERE m.amopfamily = f.oid) || ')',
                       'functions=(' || (SELECT string_agg(m.amprocnum || ' ' || format_type(m.amproclefttype, NULL) || ' ' || m.amproc::regprocedure::text, ', '
                                                           ORDER BY m.amprocnum, format_type(m.amproclefttype, NULL) COLLATE "C", m.amproc::regprocedure::text COLLATE "C")
                                         FROM pg_amproc m WHERE m.amprocfamily = f.oid) || ')'),
                   f.xmin
            FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod
            WHERE {OfUsers("f.oid")} AND NOT {OfExtension("pg_opfamily", "f.oid")}
            """),
        new(
            "language",
            $"""
            SELECT quote_ident(l.lanname), concat_ws('; ', {Owner("l.lanowner")}, {Acl("l.lanacl")}, {If("l.lanpltrusted", "trusted")},
                   'handler=' || nullif(l.lanplcallfoid, 0)::regprocedure::text), l.xmin FROM pg_language l
            """),
        new(
            "transform",
            """
            SELECT format_type(t.trftype, NULL) || ' for ' || quote_ident(l.lanname),
                   concat_ws('; ', 'from=' || t.trffromsql::regprocedure::text, 'to=' || t.trftosql::regprocedure::text), t.xmin
            FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
            """),
        new(
            "access-method",
            "SELECT quote_ident(a.amname), concat_ws('; ', 'type=' || a.amtype::text, 'handler=' || a.amhandler::regprocedure::text), a.xmin FROM pg_am a WHERE a.oid >= 16384"),
        new("collation", Collations),
        new(
            "conversion",
            $"""
            SELECT {Name("c.conname")}, concat_ws('; ', {Owner("c.conowner")}, 'from=' || pg_encoding_to_char(c.conforencoding), 'to=' || pg_encoding_to_char(c.contoencoding),
                   'function=' || c.conproc::regprocedure::text, {If("c.condefault", "default")}), c.xmin
            FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace WHERE {OfUsers("c.oid")}
            """),
        new(
            "text-search-configuration",
            $"""
            SELECT {Name("c.cfgname")},
                   concat_ws('; ', {Owner("c.cfgowner")}, 'parser=' || quote_ident(p.prsname),
                       'tokens=(' || (SELECT string_agg(m.maptokentype || ' ' || m.mapdict::regdictionary::text, ', ' ORDER BY m.maptokentype, m.mapseqno)
                                      FROM pg_ts_config_map m WHERE m.mapcfg = c.oid) || ')'),
                   c.xmin
            FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace JOIN pg_ts_parser p ON p.oid = c.cfgparser WHERE {OfUsers("c.oid")}
            """),
        new(
            "text-search-dictionary",
            $"""
            SELECT {Name("d.dictname")}, concat_ws('; ', {Owner("d.dictowner")}, 'template=' || quote_ident(t.tmplname), 'options=' || d.dictinitoption), d.xmin
            FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace JOIN pg_ts_template t ON t.oid = d.dicttemplate WHERE {OfUsers("d.oid")}
            """),
    ];

    /// <summary>Of a routine that belongs to an extension only owner and privileges, and only where somebody changed the privileges.</summary>
    private static string Routines(int major)
    {
        var body = major >= 14 ? "pg_get_function_sqlbody(p.oid)" : "NULL";
        return $"""
            SELECT {Name("p.proname")} || '(' || pg_get_function_identity_arguments(p.oid) || ')',
                   concat_ws('; ', {Owner("p.proowner")}, {Acl("p.proacl")}, CASE WHEN x.extended THEN 'of an extension' ELSE
                       concat_ws('; ', 'kind=' || p.prokind::text, 'language=' || quote_ident(l.lanname), 'returns=' || coalesce(pg_get_function_result(p.oid), 'nothing'),
                           'volatility=' || p.provolatile::text, 'parallel=' || p.proparallel::text, {If("p.proisstrict", "strict")}, {If("p.prosecdef", "security definer")},
                           {If("p.proleakproof", "leakproof")}, 'cost=' || p.procost, 'rows=' || p.prorows, 'support=' || nullif(p.prosupport::oid, 0)::regprocedure::text,
                           {Settings("p.proconfig")},
                           {Digest("definition", $"concat_ws(E'\\n', p.prosrc, p.probin, pg_get_function_arguments(p.oid), array_to_string(p.proconfig, ','), {body})")},
                           (SELECT concat_ws(', ', 'aggregate=' || a.aggkind::text, a.aggnumdirectargs, a.aggtransfn::regprocedure, a.aggfinalfn::regprocedure, a.aggcombinefn::regprocedure,
                                       a.aggserialfn::regprocedure, a.aggdeserialfn::regprocedure, a.aggmtransfn::regprocedure, a.aggminvtransfn::regprocedure, a.aggmfinalfn::regprocedure,
                                       a.aggfinalextra, a.aggmfinalextra, a.aggfinalmodify, a.aggmfinalmodify, a.aggsortop::regoperator, format_type(a.aggtranstype, NULL),
                                       'initial=' || quote_literal(a.agginitval))
                            FROM pg_aggregate a WHERE a.aggfnoid = p.oid)) END),
                   p.xmin
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
                 CROSS JOIN LATERAL (SELECT {OfExtension("pg_proc", "p.oid")}) x(extended)
            WHERE {OfUsers("p.oid")} AND (NOT x.extended OR p.proacl IS NOT NULL)
            """;
    }

    /// <summary>Types that a relation makes for its rows, arrays and multiranges come with what they are made of.</summary>
    private static string Types(int major) =>
        $"""
        SELECT {Name("t.typname")},
               concat_ws('; ', 'kind=' || t.typtype::text, {Owner("t.typowner")}, {Acl("t.typacl")},
                   'labels=(' || (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) || ')',
                   CASE WHEN t.typtype = 'd' THEN concat_ws('; ', 'base=' || format_type(t.typbasetype, t.typtypmod), {If("t.typnotnull", "not null")},
                       'default=' || coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault), CASE WHEN t.typcollation <> b.typcollation THEN {Collation("t.typcollation")} END) END,
                   'columns=(' || (SELECT string_agg(concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), {Collation("a.attcollation")}), ', ' ORDER BY a.attnum)
                                   FROM pg_attribute a WHERE a.attrelid = nullif(t.typrelid, 0) AND a.attnum > 0 AND NOT a.attisdropped) || ')',
                   (SELECT concat_ws('; ', 'subtype=' || format_type(r.rngsubtype, NULL), 'subtype class=' || (SELECT {Name("o.opcname")} FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace WHERE o.oid = r.rngsubopc),
                        {Collation("r.rngcollation")}, 'canonical=' || nullif(r.rngcanonical::oid, 0)::regprocedure::text, 'difference=' || nullif(r.rngsubdiff::oid, 0)::regprocedure::text,
                        {Since(14, major, "'multirange=' || format_type(r.rngmultitypid, NULL)")})
                    FROM pg_range r WHERE r.rngtypid = t.oid),
                   CASE WHEN t.typtype = 'b' THEN concat_ws('; ', 'input=' || t.typinput::regprocedure::text, 'output=' || t.typoutput::regprocedure::text, 'length=' || t.typlen,
                       'align=' || t.typalign::text, 'storage=' || t.typstorage::text, {If("t.typbyval", "by value")}, 'element=' || format_type(nullif(t.typelem, 0), NULL)) END,
                   {If("NOT t.typisdefined", "shell")}),
               t.xmin
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_type b ON b.oid = t.typbasetype LEFT JOIN pg_class c ON c.oid = nullif(t.typrelid, 0)
        WHERE {OfUsers("t.oid")} AND t.typtype <> 'm' AND (t.typtype <> 'c' OR c.relkind = 'c')
          AND NOT EXISTS (SELECT FROM pg_type el WHERE el.oid = t.typelem AND el.typarray = t.oid) AND NOT {OfExtension("pg_type", "t.oid")}
        """;

    private static string Collations(int major)
    {
        var locale = major switch
        {
            >= 17 => "'locale=' || c.colllocale, 'rules=' || c.collicurules",
            16 => "'locale=' || c.colliculocale, 'rules=' || c.collicurules",
            15 => "'locale=' || c.colliculocale",
            _ => "NULL",
        };
        return $"""
            SELECT {Name("c.collname")} || CASE c.collencoding WHEN -1 THEN '' ELSE ' for ' || pg_encoding_to_char(c.collencoding) END,
                   concat_ws('; ', {Owner("c.collowner")}, 'provider=' || c.collprovider::text, {If("NOT c.collisdeterministic", "not deterministic")}, 'collate=' || c.collcollate,
                       'ctype=' || c.collctype, {locale}, 'version=' || c.collversion),
                   c.xmin
            FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace WHERE {OfUsers("c.oid")}
            """;
    }
}
