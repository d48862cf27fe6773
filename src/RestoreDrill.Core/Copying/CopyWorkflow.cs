using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Turns;

namespace RestoreDrill.Core.Copying;

/// <summary>
/// The copy run. Route <c>aws-backup</c>: a backup job into a vault of the source account, then a copy job into the locked vault of the vault account. Route
/// <c>rds-snapshot</c>: snapshot in the source account, share it with the vault account only, copy it there under the vault's own key, then withdraw the share
/// and remove the staging snapshot.
/// </summary>
/// <remarks>
/// RDS has no client token for its calls. A call is repeated safely because its resource's name follows from the run: what exists
/// already under that name is looked at, and used only if its tags are this run's. AWS Backup names what it makes, and takes a token that follows from the run.
/// </remarks>
public sealed class CopyWorkflow(
    InstallationOptions options, ISourceAccount source, IVaultAccount vault, DatabaseReaders readers, IRunStore store, TimeProvider time) : IRunWorkflow
{
    private readonly TurnStep _turn = new(options, store, time);
    private readonly BackupCheck _backups = new(options, source, vault, time);
    private readonly SourceReadingSteps _reading = new(options, readers, store, time);

    public RunKind Kind => RunKind.Copy;

    public bool Knows(string phase) => phase == CopyPhases.Withdrawing || Enum.GetValues<CopyRoute>().Any(route => CopyPhases.Of(route).Contains(phase));

    public TimeSpan LimitOf(string phase) => phase switch
    {
        CopyPhases.WaitingForTurn => options.Timing.Turn,
        CopyPhases.WaitingForSnapshot or CopyPhases.WaitingForReencryption or CopyPhases.WaitingForBackup or CopyPhases.NotingSource or CopyPhases.ReadingSource or CopyPhases.WaitingForCopy =>
            options.Timing.Copy,
        _ => options.Timing.Trouble,
    };

    public Task<StepResult> StepAsync(Run run, CancellationToken cancellationToken)
    {
        var step = Step<CopyState>.Of(run);
        return run.Phase switch
        {
            CopyPhases.WaitingForTurn => _turn.WaitAsync(
                step, CopyPhases.Checking, _ => Task.FromResult(options.Budgets.CopyRuns), "copy runs", cancellationToken),
            CopyPhases.Checking => new CopyCheck(options, source, vault, _backups).CheckAsync(step, cancellationToken),
            CopyPhases.NotingSource => _reading.NoteAsync(step, cancellationToken),
            CopyPhases.ReadingSource => _reading.ReadAsync(step, cancellationToken),
            _ => RouteOf(step).StepAsync(step, cancellationToken),
        };
    }

    public StepResult Fail(Run run, StepFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var step = Step<CopyState>.Of(run);
        return run.Phase is CopyPhases.NotingSource or CopyPhases.ReadingSource
            ? SourceReadingSteps.GiveUp(step, failure.Message)
            : RouteOf(step).Fail(step, failure);
    }

    private ICopyRoute RouteOf(Step<CopyState> step) => step.State.Route == CopyRoute.AwsBackup
        ? new BackupRoute(new BackupSteps(options, source, _backups, time), new VaultPointSteps(options, source, vault, _backups, time))
        : new SnapshotRoute(new StagingSteps(options, source, time), new VaultCopySteps(options, vault, time));
}
