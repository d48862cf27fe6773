using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Rds.Groups;

/// <summary>
/// The parameters of the one engine version that this machine can run, read from the server itself (<c>postgres --describe-config</c>), with those
/// that RDS adds or sets differently.
/// </summary>
internal static class ParameterCatalog
{
    private static readonly Lazy<IReadOnlyDictionary<string, DbParameter>> Known = new(Read);

    public static string EngineVersion => PostgresBinaries.Locate().Version;

    /// <summary>The family of this machine's PostgreSQL, and its neighbours, whose groups can be made but not used here.</summary>
    public static string Family => $"postgres{PostgresBinaries.Locate().MajorVersion}";

    public static IReadOnlyList<string> Families => [.. Enumerable.Range(13, 6).Select(major => $"postgres{major}")];

    public static IReadOnlyDictionary<string, DbParameter> Parameters => Known.Value;

    /// <summary>The parameters of a group as DescribeDBParameters lists them.</summary>
    public static IEnumerable<DbParameter> Of(DbParameterGroup group) =>
        Parameters.Values.Select(known => group.Values.TryGetValue(known.Name, out var value) ? known with { Value = value, Source = "user" } : known);

    /// <summary>What a group asks of the server, in PostgreSQL's own terms: RDS's parameters are translated, formulas over the class's memory left out.</summary>
    public static Dictionary<string, string> ForServer(DbParameterGroup? group)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in group?.Values ?? [])
        {
            if (name == "rds.logical_replication")
            {
                settings["wal_level"] = value is "1" or "on" ? "logical" : "replica";
            }
            else if (!name.StartsWith("rds.", StringComparison.Ordinal) && !value.Contains('{', StringComparison.Ordinal))
            {
                settings[name] = value;
            }
        }

        return settings;
    }

    private static Dictionary<string, DbParameter> Read()
    {
        var parameters = new Dictionary<string, DbParameter>(StringComparer.Ordinal);
        foreach (var line in Command.Run(PostgresBinaries.Locate().Program("postgres"), "--describe-config").Split('\n'))
        {
            if (line.Split('\t') is [var name, var context, _, var type, var value, var least, var most, var description, ..])
            {
                parameters[name] = new DbParameter(
                    name, value.Length > 0 ? value : null, description, "engine-default",
                    context == "postmaster" ? "static" : "dynamic",
                    type switch { "BOOLEAN" => "boolean", "INTEGER" => "integer", "REAL" => "float", _ => "string" },
                    type == "BOOLEAN" ? "0,1" : least.Length > 0 ? $"{least}-{most}" : null,
                    context != "internal");
            }
        }

        foreach (var parameter in OfRds)
        {
            parameters[parameter.Name] = parameter;
        }

        return parameters;
    }

    private static readonly DbParameter[] OfRds =
    [
        new("rds.logical_replication", "0", "Enables logical decoding.", "engine-default", "static", "boolean", "0,1", true),
        new("rds.force_ssl", "1", "Force SSL connections.", "system", "dynamic", "boolean", "0,1", true),
        new("rds.log_retention_period", "4320", "Amount of time (in minutes) to retain a log file.", "system", "dynamic", "integer", "1440-10080", true),
        new("shared_preload_libraries", "pg_stat_statements", "Lists shared libraries to preload into server.", "system", "static", "list",
            "auto_explain,orafce,pgaudit,pglogical,pg_bigm,pg_cron,pg_hint_plan,pg_prewarm,pg_similarity,pg_stat_statements,pg_tle,pg_transport,plprofiler", true),
        new("max_connections", "LEAST({DBInstanceClassMemory/9531392},5000)", "Sets the maximum number of concurrent connections.",
            "system", "static", "integer", "6-262143", true),
        new("shared_buffers", "{DBInstanceClassMemory/32768}", "Sets the number of shared memory buffers used by the server.",
            "system", "static", "integer", "16-1073741823", true),
        new("max_prepared_transactions", "0", "Sets the maximum number of simultaneously prepared transactions.", "engine-default", "static", "integer", "0-262143", true),
    ];
}
