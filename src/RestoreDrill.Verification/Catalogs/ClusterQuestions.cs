using RestoreDrill.Core.Manifests;
using static RestoreDrill.Verification.Catalogs.CatalogSql;

namespace RestoreDrill.Verification.Catalogs;

/// <summary>What all databases of an instance share. Settings that a parameter group makes are not among it: a copy may run with another group.</summary>
internal static class ClusterQuestions
{
    public static readonly IReadOnlyList<CatalogQuestion> All =
    [
        new(
            "cluster",
            """
            SELECT 'server version', (current_setting('server_version_num')::int / 10000)::text, NULL
            UNION ALL
            SELECT s.name, s.setting, NULL FROM pg_settings s
            WHERE s.name IN ('block_size', 'data_checksums', 'integer_datetimes', 'max_function_args', 'max_identifier_length', 'max_index_keys', 'segment_size')
            """),
        new("identity", "SELECT 'system identifier', c.system_identifier::text, NULL FROM pg_control_system() c"),
        new(CatalogKinds.Database, Databases),
        new(
            CatalogKinds.Role,
            $"""
            SELECT quote_ident(r.rolname),
                   concat_ws('; ', {If("r.rolsuper", "superuser")}, {If("r.rolinherit", "inherit")}, {If("r.rolcreaterole", "createrole")}, {If("r.rolcreatedb", "createdb")},
                       {If("r.rolcanlogin", "login")}, {If("r.rolreplication", "replication")}, {If("r.rolbypassrls", "bypassrls")},
                       'connections=' || r.rolconnlimit, 'valid until=' || r.rolvaliduntil),
                   r.oid || ' ' || {WritesTo("pg_authid")}
            FROM pg_roles r WHERE r.rolname !~ '^pg_'
            """),
        new(
            CatalogKinds.Membership,
            major => $"""
            SELECT {Role("m.roleid")} || ' to ' || {Role("m.member")},
                   string_agg(g.terms, ' + ' ORDER BY g.terms COLLATE "C"), string_agg(m.xmin::text, ' ' ORDER BY m.xmin::text)
            FROM pg_auth_members m CROSS JOIN LATERAL (
                SELECT concat_ws('; ', 'by ' || {Role("m.grantor")}, {If("m.admin_option", "admin")},
                           {Since(16, major, If("m.inherit_option", "inherit"))}, {Since(16, major, If("m.set_option", "set"))})) g(terms)
            GROUP BY m.roleid, m.member
            """),
        new(
            CatalogKinds.Setting,
            $"""
            SELECT CASE s.setrole WHEN 0 THEN '*' ELSE {Role("s.setrole")} END || ' in ' || coalesce(quote_ident(d.datname), '*') || ': ' || split_part(e, '=', 1),
                   {Setting("e")}, s.xmin
            FROM pg_db_role_setting s LEFT JOIN pg_database d ON d.oid = s.setdatabase CROSS JOIN LATERAL unnest(s.setconfig) e
            """),
        new(
            "tablespace",
            $"SELECT quote_ident(t.spcname), concat_ws('; ', {Owner("t.spcowner")}, {Acl("t.spcacl")}, {List("options", "t.spcoptions")}), t.xmin FROM pg_tablespace t"),
        new("parameter-acl", $"SELECT p.parname, {Acl("p.paracl")}, p.xmin FROM pg_parameter_acl p", 15),
        new(
            "comment",
            $"""
            SELECT o.type || ' ' || o.identity, {Digest("text", "d.description")}, d.xmin
            FROM pg_shdescription d CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, 0) o WHERE d.objoid >= 16384
            """),
        new(
            "security-label",
            $"""
            SELECT l.provider || ': ' || o.type || ' ' || o.identity, {Digest("label", "l.label")}, l.xmin
            FROM pg_shseclabel l CROSS JOIN LATERAL pg_identify_object(l.classoid, l.objoid, 0) o
            """),
    ];

    /// <summary>Writes to the shared catalogs; see <see cref="DatabaseCatalog.Writes"/>.</summary>
    public const string Writes = WritesHead + " AND c.relisshared";

    /// <summary>Writes to the catalogs of the database. Statistics and large objects change without anything being altered.</summary>
    public const string WritesInDatabase =
        WritesHead + " AND NOT c.relisshared AND c.relname NOT IN ('pg_statistic', 'pg_statistic_ext_data', 'pg_largeobject', 'pg_largeobject_metadata')";

    private const string WritesHead =
        """
        SELECT CASE WHEN current_setting('track_counts') = 'on' AND NOT pg_is_in_recovery() THEN
                   concat_ws(' ', sum(pg_stat_get_tuples_inserted(c.oid)), sum(pg_stat_get_tuples_updated(c.oid)), sum(pg_stat_get_tuples_deleted(c.oid))) END
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'pg_catalog' AND c.relkind = 'r' AND c.oid < 16384
        """;

    private static string Databases(int major)
    {
        var locale = major switch
        {
            >= 17 => "'locale=' || d.datlocale, 'rules=' || d.daticurules",
            16 => "'locale=' || d.daticulocale, 'rules=' || d.daticurules",
            15 => "'locale=' || d.daticulocale",
            _ => "NULL",
        };
        return $"""
            SELECT quote_ident(d.datname),
                   concat_ws('; ', {Owner("d.datdba")}, 'encoding=' || pg_encoding_to_char(d.encoding), 'collate=' || d.datcollate, 'ctype=' || d.datctype,
                       {Since(15, major, "'provider=' || d.datlocprovider::text")}, {locale}, {Since(15, major, "'collation version=' || d.datcollversion")},
                       'connections=' || d.datconnlimit, {If("NOT d.datallowconn", "closed")}, {If("d.datistemplate", "template")},
                       'tablespace=' || quote_ident(t.spcname), {Acl("d.datacl")}),
                   d.oid || ' ' || d.xmin
            FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace
            """;
    }
}
