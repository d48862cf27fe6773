using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying.Backups;

/// <summary>Route <c>aws-backup</c>.</summary>
internal sealed class BackupRoute(BackupSteps backup, VaultPointSteps copy) : ICopyRoute
{
    public Task<StepResult> StepAsync(Step<CopyState> step, CancellationToken cancellationToken) => step.Run.Phase switch
    {
        CopyPhases.BackingUp => backup.BackUpAsync(step, cancellationToken),
        CopyPhases.WaitingForBackup => backup.WaitForBackupAsync(step, cancellationToken),
        CopyPhases.Copying => copy.CopyAsync(step, cancellationToken),
        CopyPhases.WaitingForCopy => copy.WaitForCopyAsync(step, cancellationToken),
        CopyPhases.ConfirmingFacts => copy.ConfirmFactsAsync(step, cancellationToken),
        _ => throw new UnknownPhaseException(step.Run),
    };

    /// <summary>Nothing is left to clean up: what there is in either vault goes when its retention is over.</summary>
    public StepResult Fail(Step<CopyState> step, StepFailure failure)
    {
        var state = step.State with { Failure = failure.Message };
        return Step<CopyState>.End(CopyPhases.Finished, state, new RunConclusion(RunOutcome.Failed, $"{failure.Message}{WordsAboutCopy(state)}"));
    }

    // A copy that was asked for may still come: our records name none, so that no drill takes it for one. One that has come is named, and is what it carries.
    private static string WordsAboutCopy(CopyState state) => state.CopyArn is { } copy
        ? $" Recovery point {copy} stays in the vault until its retention is over; a drill chooses it only if it carries its facts."
        : state.CopyJob is { } job ? $" Copy job {job} may still bring a recovery point into the vault; no drill will choose it." : string.Empty;
}
