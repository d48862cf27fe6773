using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Restoring;

namespace RestoreDrill.Core.Runs;

/// <summary>The phases that a run goes through, by its kind.</summary>
public static class RunPhases
{
    /// <summary>All phases of the run's kind in order, from the one that it was opened in to its end; never empty.</summary>
    public static IReadOnlyList<string> Of(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Kind switch
        {
            RunKind.Copy => [.. CopyPhases.Of(run)],
            RunKind.Drill => DrillPhases.All,
            _ => RestorePhases.All,
        };
    }
}
