using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>The step of an emergency drill that hands its scratch instance over, before it is removed: the real parameter group, a restart, and an answer under it.</summary>
internal sealed class RehearsalSteps(InstallationOptions options, IRestoringAccount account, IInstanceReader reader, ControlSteps control, TimeProvider time)
{
    private readonly ParameterHandOver _parameters = new(options, account);

    public Task<StepResult> HandOverAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var rehearsal = step.State.Rehearsal!;
        return _parameters.GiveAsync(
            step,
            rehearsal.FinalParameterGroup!,
            () => control.WithControlAsync(step, async login =>
            {
                await reader.IdentifyAsync(login, cancellationToken).ConfigureAwait(false);
                var times = step.State.Times with { HandedOverAt = time.GetUtcNow() };
                var note = $"handed over under parameter group {rehearsal.FinalParameterGroup}, {times.ToHandedOver:c} after the restore was asked for; now it is removed";
                return Step<DrillState>.Next(DrillPhases.Removing, step.State with { Times = times }, note) with
                {
                    Events = rehearsal.MissedBy(times) == true
                        ? [step.Event(RunEventKind.Warning, $"The RTO target was missed: all was read {times.ToFullyRead:c} after the restore was asked for, the target is {rehearsal.RtoTarget:c} (RestoreDrill:Restore:RtoTarget).")]
                        : [],
                };
            }),
            cancellationToken);
    }

    /// <summary>A hand-over that failed is no pass: on the day it would be needed.</summary>
    public static StepResult GiveUp(DrillState state, StepFailure failure)
    {
        var verdict = state.Verdict!;
        return Step<DrillState>.Next(
            DrillPhases.Removing,
            state with { Verdict = verdict with { Outcome = RunOutcome.Inconclusive, Level = null, Sentence = $"The copy is right, and the instance could not be handed over: {failure.Message} {verdict.Sentence}" } },
            "the hand-over failed; the scratch instance is to be removed");
    }
}
