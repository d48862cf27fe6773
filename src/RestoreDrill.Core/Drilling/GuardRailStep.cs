using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>Looks at the guard rails before anything is done. What it finds goes into the drill's evidence and leaves its verdict alone.</summary>
internal sealed class GuardRailStep(GuardRailWatch rails)
{
    public async Task<StepResult> LookAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var findings = await rails.LookForDrillAsync(step.Run, cancellationToken).ConfigureAwait(false);
        return Step<DrillState>.Next(DrillPhases.Choosing, step.State with { GuardRails = findings }, GuardRailWords.Of(findings)) with
        {
            Events = [.. findings.Answers.Where(static answer => answer.State != GuardRailState.Holds).Select(answer => step.Event(RunEventKind.Warning, GuardRailWords.Of(answer)))],
        };
    }
}
