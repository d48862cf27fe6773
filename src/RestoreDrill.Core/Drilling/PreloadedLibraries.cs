namespace RestoreDrill.Core.Drilling;

/// <summary>The libraries that a server loads as it starts: a job scheduler among them would run production's jobs on restored data.</summary>
public static class PreloadedLibraries
{
    /// <summary>The parameter that names them.</summary>
    public const string Parameter = "shared_preload_libraries";

    /// <summary>Libraries that start no worker acting on data or on the world. Anything else is refused.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "rdsutils", "rds_casts", "pg_stat_statements", "auto_explain", "pgaudit", "pg_hint_plan", "plprofiler", "pg_prewarm", "orafce", "pg_similarity",
        "plpgsql", "plrust", "pg_tle", "auth_delay", "passwordcheck", "pgvector", "vector",
    };

    /// <summary>What is wrong with the libraries that a parameter group loads; null: nothing.</summary>
    public static string? ProblemIn(ParameterGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var unknown = group.Values.GetValueOrDefault(Parameter, string.Empty)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(static library => !Harmless.Contains(library))
            .ToList();
        return unknown.Count == 0 ? null : $"{Parameter} holds {string.Join(", ", unknown)}, not known to be harmless: a job scheduler would run production's jobs";
    }
}
