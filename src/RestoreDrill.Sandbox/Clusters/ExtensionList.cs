namespace RestoreDrill.Sandbox.Clusters;

/// <summary>
/// The extensions that users who are not superusers may create, as <c>rds.extensions</c> lists them on RDS: these, whether or not PostgreSQL trusts them,
/// and no others. Enforced by the library <c>pgextwlist</c>, which runs their scripts as the superuser; where it is not installed PostgreSQL's own rule
/// holds (trusted extensions, for whoever has CREATE on the database).
/// </summary>
/// <param name="Names">The extensions.</param>
/// <param name="MayExecute">
/// Whether <c>rds_superuser</c> may call what an extension keeps from the public, as amcheck does with all of its functions. What RDS does is not known.
/// </param>
public sealed record ExtensionList(IReadOnlyList<string> Names, bool MayExecute = true)
{
    private const string Library = "pgextwlist";

    /// <summary>Some of what RDS for PostgreSQL allows.</summary>
    public static ExtensionList LikeRds { get; } = new(
    [
        "amcheck", "bloom", "btree_gin", "btree_gist", "citext", "cube", "dblink", "dict_int", "earthdistance", "fuzzystrmatch", "hstore", "intarray", "isn",
        "lo", "ltree", "pageinspect", "pg_buffercache", "pg_freespacemap", "pg_prewarm", "pg_stat_statements", "pg_trgm", "pg_visibility", "pgcrypto",
        "pgrowlocks", "pgstattuple", "plpgsql", "postgres_fdw", "seg", "sslinfo", "tablefunc", "tcn", "tsm_system_rows", "tsm_system_time", "unaccent",
        "uuid-ossp",
    ]);

    /// <summary>Whether this machine's PostgreSQL can enforce a list (Debian, Ubuntu: package <c>postgresql-NN-pgextwlist</c>).</summary>
    public static bool IsEnforceable => PostgresBinaries.Locate().HasLibrary(Library);

    /// <summary>Whether these programs can.</summary>
    internal static bool IsEnforceableBy(PostgresBinaries? binaries) => (binaries ?? PostgresBinaries.Locate()).HasLibrary(Library);

    /// <summary>This list without one extension.</summary>
    public ExtensionList Without(string name) => this with { Names = [.. Names.Where(other => other != name)] };

    /// <summary>Writes what the library reads, and gives the server parameters.</summary>
    /// <param name="directory">The cluster's directory.</param>
    /// <param name="binaries">The programs that run it; null for those of this machine.</param>
    /// <param name="ct">Cancels the writing.</param>
    internal async Task<IReadOnlyDictionary<string, string>> ApplyAsync(string directory, PostgresBinaries? binaries, CancellationToken ct)
    {
        if (!IsEnforceableBy(binaries))
        {
            return new Dictionary<string, string>();
        }
        var scripts = Path.Combine(directory, "extensions");
        foreach (var name in Names)
        {
            var script = Path.Combine(scripts, name, "after-create.sql");
            if (MayExecute)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(script)!);
                await File.WriteAllTextAsync(script, Granting(name), ct);
            }
            else if (File.Exists(script))
            {
                File.Delete(script);
            }
        }
        return new Dictionary<string, string>
        {
            ["session_preload_libraries"] = Library,
            ["extwlist.extensions"] = string.Join(',', Names),
            ["extwlist.custom_path"] = scripts,
        };
    }

    private static string Granting(string extension) =>
        $"""
        DO $restoredrill$
        DECLARE f pg_catalog.regprocedure;
        BEGIN
            IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = '{RdsRoles.Superuser}') THEN
                FOR f IN SELECT d.objid FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
                         WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                           AND d.deptype = 'e' AND e.extname = {Sql.Literal(extension)}
                LOOP
                    EXECUTE pg_catalog.format('GRANT EXECUTE ON ROUTINE %s TO {RdsRoles.Superuser}', f);
                END LOOP;
            END IF;
        END $restoredrill$;
        """;
}
