using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Scheduling;

/// <summary>The names of what recurs.</summary>
public static class JobNames
{
    public const string Sweep = "sweep";

    public const string Watch = "watch";

    public const string GuardRails = "guard-rails";

    /// <summary>For example <c>drill:courses</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An emergency restore: nothing begins one but a person.</exception>
    public static string Of(RunKind kind, string database) => kind switch
    {
        RunKind.Copy => $"copy:{database}",
        RunKind.Drill => $"drill:{database}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only copy runs and drills recur."),
    };
}
