using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Turns;

namespace RestoreDrill.Core.Copying;

/// <summary>
/// The copy run, route <c>rds-snapshot</c>: snapshot in the source account, share it with the vault account only, copy it there under the
/// vault's own key, then withdraw the share and remove the staging snapshot.
/// </summary>
/// <remarks>
/// RDS has no client token for these calls. A call is repeated safely because its resource's name follows from the run: what exists
/// already under that name is looked at, and used only if its tags are this run's.
/// </remarks>
public sealed class CopyWorkflow(
    InstallationOptions options, ISourceAccount source, IVaultAccount vault, DatabaseReaders readers, IRunStore store, TimeProvider time) : IRunWorkflow
{
    private readonly TurnStep _turn = new(options, store, time);
    private readonly CopyCheck _check = new(options, source, vault);
    private readonly StagingSteps _staging = new(options, source, time);
    private readonly VaultCopySteps _copy = new(options, vault, time);
    private readonly SourceReadingSteps _reading = new(options, readers, store, time);

    public RunKind Kind => RunKind.Copy;

    public bool Knows(string phase) => phase == CopyPhases.Withdrawing || CopyPhases.All.Contains(phase);

    public TimeSpan LimitOf(string phase) => phase switch
    {
        CopyPhases.WaitingForTurn => options.Timing.Turn,
        CopyPhases.WaitingForSnapshot or CopyPhases.WaitingForReencryption or CopyPhases.ReadingSource or CopyPhases.WaitingForCopy => options.Timing.Copy,
        _ => options.Timing.Trouble,
    };

    public Task<StepResult> StepAsync(Run run, CancellationToken cancellationToken)
    {
        var step = Step<CopyState>.Of(run);
        return run.Phase switch
        {
            CopyPhases.WaitingForTurn => _turn.WaitAsync(
                step, CopyPhases.Checking, _ => Task.FromResult(options.Budgets.CopyRuns), "copy runs", cancellationToken),
            CopyPhases.Checking => _check.CheckAsync(step, cancellationToken),
            CopyPhases.NotingSource => _reading.NoteAsync(step, cancellationToken),
            CopyPhases.Snapshotting => _staging.SnapshotAsync(step, cancellationToken),
            CopyPhases.WaitingForSnapshot => _staging.WaitForSnapshotAsync(step, cancellationToken),
            CopyPhases.Reencrypting => _staging.ReencryptAsync(step, cancellationToken),
            CopyPhases.WaitingForReencryption => _staging.WaitForReencryptionAsync(step, cancellationToken),
            CopyPhases.Sharing => _staging.ShareAsync(step, cancellationToken),
            CopyPhases.Copying => _copy.CopyAsync(step, cancellationToken),
            CopyPhases.ReadingSource => _reading.ReadAsync(step, cancellationToken),
            CopyPhases.WaitingForCopy => _copy.WaitForCopyAsync(step, cancellationToken),
            CopyPhases.ConfirmingFacts => _copy.ConfirmFactsAsync(step, cancellationToken),
            CopyPhases.Unsharing => _staging.UnshareAsync(step, cancellationToken),
            CopyPhases.RemovingStaging => _staging.RemoveAsync(step, cancellationToken),
            CopyPhases.Withdrawing => _staging.WithdrawAsync(step, cancellationToken),
            _ => throw new UnknownPhaseException(run),
        };
    }

    public StepResult Fail(Run run, StepFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var step = Step<CopyState>.Of(run);
        var state = step.State;
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
            case CopyPhases.NotingSource or CopyPhases.ReadingSource:
                return SourceReadingSteps.GiveUp(step, failure.Message);
            default:
                var failed = state with { Failure = failure.Message };
                var unanswered = run.Phase == CopyPhases.Snapshotting && (run.Troubles > 0 || failure is { Operation: not null, RequestId: null });
                return state.SharedName is null
                    ? StagingSteps.EndFailed(failed, mayHaveSnapshot: unanswered)
                    : Step<CopyState>.Next(CopyPhases.Withdrawing, failed, "the copy failed; the share is withdrawn");
        }
    }
}
