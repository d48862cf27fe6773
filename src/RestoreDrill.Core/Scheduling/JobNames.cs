using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Scheduling;

/// <summary>The names of what recurs.</summary>
public static class JobNames
{
    public const string Sweep = "sweep";

    public const string Watch = "watch";

    public const string GuardRails = "guard-rails";

    /// <summary>For example <c>drill:courses</c>.</summary>
    public static string Of(RunKind kind, string database) => kind == RunKind.Copy ? $"copy:{database}" : $"drill:{database}";
}
