using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Restoring;

/// <summary>The run that carries a plan out. Whoever has the plan, and however often, gives the same run.</summary>
public static class RestoreRuns
{
    public static NewRun Of(RestorePlan plan, RunRequest request)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var state = new DrillState { Selection = CopySelection.Named, NamedCopy = plan.Copy.Name, Plan = plan };
        return new NewRun(plan.Run, RunKind.Restore, plan.Database, request, RestorePhases.CheckingPlan, CanonicalJson.Write(state));
    }
}
