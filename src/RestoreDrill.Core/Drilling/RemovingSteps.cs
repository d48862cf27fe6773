using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Drilling;

/// <summary>The steps of a drill that remove the scratch instance and end the run. The verdict is final before them.</summary>
internal sealed class RemovingSteps(InstallationOptions options, IScratchAccount scratch, ScratchPasswords passwords, TimeProvider time)
{
    public async Task<StepResult> RemoveAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        passwords.Forget(step.Id);
        var name = step.State.Order!.Name;
        try
        {
            await scratch.RemoveAsync(name, options.Installation, step.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudException e) when (e.Fault == CloudFault.WrongState)
        {
            return step.Again(options.Timing.Poll, $"scratch instance {name} cannot be deleted yet: {e.Message}");
        }

        return Step<DrillState>.Next(DrillPhases.ConfirmingRemoval, step.State, $"scratch instance {name} is being deleted");
    }

    public async Task<StepResult> ConfirmRemovalAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var name = step.State.Order!.Name;
        var left = await scratch.FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (left is not null)
        {
            return step.Again(options.Timing.Poll, $"scratch instance {name} is {left.Status}");
        }

        return End(step.State with { Times = step.State.Times with { RemovedAt = time.GetUtcNow() } }, defect: null);
    }

    /// <summary>Ends the drill by its verdict.</summary>
    public static StepResult End(DrillState state, string? defect)
    {
        var verdict = state.Verdict ?? throw new InvalidOperationException("A drill ends only with a verdict.");
        var level = verdict.Level is { } proven ? CanonicalJson.Write<VerdictLevel>(proven).Trim('"') : null;
        return Step<DrillState>.End(DrillPhases.Finished, state, new RunConclusion(verdict.Outcome, verdict.Sentence, level, defect));
    }
}
