using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Scheduling;

namespace RestoreDrill.Host.Service.Recurring;

/// <summary>Reads the names of recurring jobs that open runs.</summary>
internal static class RecurringName
{
    /// <summary>False: it is the name of something else.</summary>
    public static bool TryParse(string name, out RunKind kind, out string database)
    {
        ArgumentNullException.ThrowIfNull(name);
        database = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        kind = name == JobNames.Of(RunKind.Copy, database) ? RunKind.Copy : RunKind.Drill;
        return name == JobNames.Of(kind, database);
    }
}
