using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>Route <c>rds-snapshot</c>.</summary>
internal sealed class SnapshotRoute(StagingSteps staging, VaultCopySteps copy) : ICopyRoute
{
    public Task<StepResult> StepAsync(Step<CopyState> step, CancellationToken cancellationToken) => step.Run.Phase switch
    {
        CopyPhases.Snapshotting => staging.SnapshotAsync(step, cancellationToken),
        CopyPhases.WaitingForSnapshot => staging.WaitForSnapshotAsync(step, cancellationToken),
        CopyPhases.Reencrypting => staging.ReencryptAsync(step, cancellationToken),
        CopyPhases.WaitingForReencryption => staging.WaitForReencryptionAsync(step, cancellationToken),
        CopyPhases.Sharing => staging.ShareAsync(step, cancellationToken),
        CopyPhases.Copying => copy.CopyAsync(step, cancellationToken),
        CopyPhases.WaitingForCopy => copy.WaitForCopyAsync(step, cancellationToken),
        CopyPhases.ConfirmingFacts => copy.ConfirmFactsAsync(step, cancellationToken),
        CopyPhases.Unsharing => staging.UnshareAsync(step, cancellationToken),
        CopyPhases.RemovingStaging => staging.RemoveAsync(step, cancellationToken),
        CopyPhases.Withdrawing => staging.WithdrawAsync(step, cancellationToken),
        _ => throw new UnknownPhaseException(step.Run),
    };

    public StepResult Fail(Step<CopyState> step, StepFailure failure)
    {
        var (run, state) = (step.Run, step.State);
        switch (run.Phase)
        {
            case CopyPhases.Unsharing or CopyPhases.RemovingStaging:
                var left = $"Snapshot {state.Staging} in the source account could not be cleaned up: {failure.Message} "
                    + "The copy is safe. Next: runbooks/staging-left-behind.md.";
                return Step<CopyState>.End(CopyPhases.Finished, state, new RunConclusion(RunOutcome.Copied, CopySentence.Of(state), Defect: left));
            case CopyPhases.Withdrawing:
                var shared = $"Snapshot {state.SharedName} in the source account may still be shared with the vault account: {failure.Message} "
                    + "Next: runbooks/staging-left-behind.md.";
                return Step<CopyState>.End(CopyPhases.Finished, state, new RunConclusion(RunOutcome.Failed, state.Failure!, Defect: shared));
            default:
                var failed = state with { Failure = failure.Message };
                var unanswered = run.Phase == CopyPhases.Snapshotting && (run.Troubles > 0 || failure is { Operation: not null, RequestId: null });
                return state.SharedName is null
                    ? StagingSteps.EndFailed(failed, mayHaveSnapshot: unanswered)
                    : Step<CopyState>.Next(CopyPhases.Withdrawing, failed, "the copy failed; the share is withdrawn");
        }
    }
}
