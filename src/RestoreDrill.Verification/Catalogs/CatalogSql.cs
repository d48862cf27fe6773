namespace RestoreDrill.Verification.Catalogs;

/// <summary>
/// Pieces of SQL that give parts of an item's value, each as <c>label=text</c>, or NULL where there is nothing to say: <c>concat_ws</c> leaves those out.
/// Names, never OIDs; lists in an order of their own.
/// </summary>
internal static class CatalogSql
{
    /// <summary>Schemas that hold what users made; an alias <c>n</c> of pg_namespace is needed. The OIDs of what PostgreSQL itself makes are below 16384 (access/transam.h).</summary>
    public static string OfUsers(string oid) =>
        $"({oid} >= 16384 OR n.nspname NOT IN ('pg_catalog', 'information_schema')) AND n.nspname <> 'pg_toast' AND n.nspname !~ '^pg_(toast_)?temp_[0-9]+$'";

    /// <summary>Whether an object is part of an extension, whose item then stands for it.</summary>
    public static string OfExtension(string catalog, string oid) =>
        $"EXISTS (SELECT FROM pg_depend e WHERE e.classid = '{catalog}'::regclass AND e.objid = {oid} AND e.objsubid = 0 AND e.deptype = 'e')";

    /// <summary>schema.name, for the alias <c>n</c> of pg_namespace.</summary>
    public static string Name(string name) => $"quote_ident(n.nspname) || '.' || quote_ident({name})";

    /// <summary>The name of a role; 0 is everybody.</summary>
    public static string Role(string oid) => $"CASE {oid} WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid({oid})) END";

    public static string Owner(string oid) => $"'owner=' || {Role(oid)}";

    /// <summary>Privileges. NULL, the defaults, is left out: it means what it means on every server of the major version.</summary>
    public static string Acl(string acl) => $"'acl={{' || {Sorted(acl)} || '}}'";

    /// <summary>A list of names or options in an order of its own.</summary>
    public static string List(string label, string array) => $"'{label}=(' || {Sorted(array)} || ')'";

    /// <summary>A word where a condition holds.</summary>
    public static string If(string condition, string word) => $"CASE WHEN {condition} THEN '{word}' END";

    /// <summary>The SHA-256 of what somebody wrote as code: it may hold a password, as the connection string in a call of dblink.</summary>
    public static string Digest(string label, string text) => $"'{label}=sha256:' || encode(sha256(textsend({text})), 'hex')";

    /// <summary>The names of options, whose values may be passwords.</summary>
    public static string OptionNames(string options) => Options(options, "");

    /// <summary>The names of options, and the values of those that are known to be no secret.</summary>
    /// <param name="options">The options, as text[].</param>
    /// <param name="open">Their names as a list in SQL, for example <c>'host', 'port'</c>.</param>
    public static string Options(string options, string open)
    {
        var shown = open.Length == 0 ? "quote_ident(o.option_name)" : $"quote_ident(o.option_name) || CASE WHEN o.option_name IN ({open}) THEN '=' || quote_literal(o.option_value) ELSE '' END";
        return $"'options=(' || (SELECT string_agg({shown}, ', ' ORDER BY o.option_name COLLATE \"C\") FROM pg_options_to_table({options}) o) || ')'";
    }

    /// <summary>
    /// A setting <c>name=value</c> as it is written: the value is left out where its name has a prefix that is not one of a known extension's, as applications keep
    /// keys in such settings.
    /// </summary>
    public static string Setting(string text) =>
        $$"""
        CASE WHEN split_part({{text}}, '=', 1) !~ '[.]' OR {{text}} ~ '^(auto_explain|pgaudit|pg_hint_plan|pg_stat_statements|pg_trgm|plpgsql|plv8|postgis|rds)[.]' THEN {{text}}
             ELSE split_part({{text}}, '=', 1) || ' (value not read)' END
        """;

    /// <summary>Several settings.</summary>
    public static string Settings(string array) =>
        $"'settings=(' || (SELECT string_agg({Setting("e")}, ', ' ORDER BY e COLLATE \"C\") FROM unnest({array}) e) || ')'";

    /// <summary>A collation that is not the default, by name.</summary>
    public static string Collation(string oid) =>
        $"'collation=' || (SELECT {Name("cl.collname")} FROM pg_collation cl JOIN pg_namespace n ON n.oid = cl.collnamespace WHERE cl.oid = {oid} AND cl.collname <> 'default')";

    /// <summary>A tablespace that is not the database's own, by name.</summary>
    public static string Tablespace(string oid) => $"'tablespace=' || (SELECT quote_ident(ts.spcname) FROM pg_tablespace ts WHERE ts.oid = {oid})";

    /// <summary>
    /// The version of items of a catalog whose rows do not show theirs, or that are many in one item: how often the catalog was written to. A write that is undone
    /// again between two readings shows in it.
    /// </summary>
    public static string WritesTo(string catalog)
    {
        var oid = $"'pg_catalog.{catalog}'::regclass";
        return $"concat_ws(' ', pg_stat_get_tuples_inserted({oid}), pg_stat_get_tuples_updated({oid}), pg_stat_get_tuples_deleted({oid}))";
    }

    /// <summary>One piece from the version that has it on.</summary>
    public static string Since(int first, int major, string sql) => major >= first ? sql : "NULL";

    private static string Sorted(string array) =>
        $"CASE WHEN {array} IS NOT NULL THEN coalesce((SELECT string_agg(e::text, ', ' ORDER BY e::text COLLATE \"C\") FROM unnest({array}) e), '') END";
}
