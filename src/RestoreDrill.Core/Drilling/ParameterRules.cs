using System.Globalization;
using RestoreDrill.Core.Copying;

namespace RestoreDrill.Core.Drilling;

/// <summary>
/// What RestoreDrill's parameter group must say before a copy is restored under it: the restored database must not act on the world, and it
/// must start. Measured on PostgreSQL 15: a logical slot stops a server with a lower <c>wal_level</c> from starting, and so do fewer
/// <c>max_prepared_transactions</c> than transactions prepared in the snapshot.
/// </summary>
internal static class ParameterRules
{
    private const string ReplicationWorkers = "max_logical_replication_workers";
    private const string LogicalReplication = "rds.logical_replication";
    private const string PreparedTransactions = "max_prepared_transactions";

    /// <summary>The parameters that have to be read.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [ReplicationWorkers, PreloadedLibraries.Parameter, LogicalReplication, PreparedTransactions];

    /// <summary>What makes a group of this family, for a shell.</summary>
    public static string CreateCommand(string name, string family) =>
        $"aws rds create-db-parameter-group --db-parameter-group-name {name} --db-parameter-group-family {family} --description RestoreDrill";

    /// <summary>What makes the group right for this copy, for a shell: all values that are asked for, whichever of them is wrong.</summary>
    public static string Command(string name, string family, CopyFacts facts, bool isThere)
    {
        (string Name, string Value)[] wanted =
        [
            (ReplicationWorkers, "0"),
            (LogicalReplication, facts.LogicalReplication ? "1" : "0"),
            (PreparedTransactions, facts.MaxPreparedTransactions.ToString(CultureInfo.InvariantCulture)),
        ];
        var values = string.Join(' ', wanted.Select(static one => $"ParameterName={one.Name},ParameterValue={one.Value},ApplyMethod=pending-reboot"));
        return $"{(isThere ? string.Empty : $"{CreateCommand(name, family)} && ")}aws rds modify-db-parameter-group --db-parameter-group-name {name} --parameters {values}";
    }

    /// <summary>What is wrong with the group for this copy; empty: nothing.</summary>
    public static IReadOnlyList<string> Problems(ParameterGroup group, CopyFacts facts)
    {
        var problems = new List<string>();
        if (group.Values.GetValueOrDefault(ReplicationWorkers) != "0")
        {
            problems.Add($"{ReplicationWorkers} is {Shown(ReplicationWorkers)}, it must be 0: restored subscriptions would connect to production");
        }

        if (PreloadedLibraries.ProblemIn(group) is { } libraries)
        {
            problems.Add(libraries);
        }

        var logical = group.Values.GetValueOrDefault(LogicalReplication) == "1";
        if (logical != facts.LogicalReplication)
        {
            problems.Add($"{LogicalReplication} is {Shown(LogicalReplication)}, the source has {(facts.LogicalReplication ? "1" : "0")}: a logical slot in the copy would keep the server from starting");
        }

        var prepared = int.TryParse(group.Values.GetValueOrDefault(PreparedTransactions), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        if (prepared < facts.MaxPreparedTransactions)
        {
            problems.Add($"{PreparedTransactions} is {prepared}, the source has {facts.MaxPreparedTransactions}: transactions prepared in the copy would keep the server from starting");
        }

        return problems;

        string Shown(string name) => group.Values.TryGetValue(name, out var value) ? $"'{value}'" : "not set";
    }
}
