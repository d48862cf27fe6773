using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
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
            RunKind.Drill => CanonicalJson.Read<Rehearsed>(run.State).Rehearsal is null ? DrillPhases.All : DrillPhases.OfEmergency,
            _ => RestorePhases.All,
        };
    }

    /// <summary>The one member of a drill's state that decides.</summary>
    private sealed record Rehearsed(EmergencyRehearsal? Rehearsal);
}
