using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying.Backups;

/// <summary>
/// The steps of route <c>aws-backup</c> up to the recovery point in the source account's vault. Nothing made there is removed by a run: AWS Backup does
/// when the retention that it was made with is over.
/// </summary>
internal sealed class BackupSteps(InstallationOptions options, ISourceAccount source, BackupCheck check, TimeProvider time)
{
    public async Task<StepResult> BackUpAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var state = step.State;
        var order = new BackupOrder
        {
            InstanceArn = state.Source!.Arn,
            Vault = check.Options.SourceVault,
            RoleArn = check.Options.RoleArn,
            Token = Tokens.Of(step.Id, "backup", state.BackupAttempt),
            RetentionDays = check.Options.SourceRetentionDays,
            Tags = StagingOwnership.TagsOf(options.Installation, step.Id, step.Run.Database),
        };
        var job = await source.StartBackupAsync(order, cancellationToken).ConfigureAwait(false);
        return Step<CopyState>.Next(
            CopyPhases.WaitingForBackup,
            state with { BackupJob = job, SnapshotAskedAt = state.SnapshotAskedAt ?? time.GetUtcNow() },
            $"backup job {job} is asked for");
    }

    public async Task<StepResult> WaitForBackupAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var state = step.State;
        var job = await source.FindBackupJobAsync(state.BackupJob!, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"AWS Backup does not know backup job {state.BackupJob} any more. Start a new copy run.");
        switch (JobStates.Of($"Backup job {job.Id}", job.State, job.Message))
        {
            case JobState.OnItsWay:
                return step.Again(options.Timing.Poll, $"backup job {job.Id} is {job.State}");
            case JobState.MayBeAskedAgain:
                Tokens.RequireTime(state.SnapshotAskedAt, options.Timing.Copy, time, job.Message);
                return Step<CopyState>.Next(
                    CopyPhases.BackingUp, state with { BackupAttempt = state.BackupAttempt + 1 }, $"backup job {job.Id} failed and is asked for again: {job.Message}") with
                {
                    Wait = options.Timing.Poll,
                };
        }

        return await TakeFactsAsync(step, job, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StepResult> TakeFactsAsync(Step<CopyState> step, BackupJob job, CancellationToken cancellationToken)
    {
        var point = job.PointArn ?? throw new StepFailedException($"Backup job {job.Id} is COMPLETED, and AWS Backup names no recovery point. Start a new copy run.");
        var name = RecoveryPointNames.SnapshotOf(point);
        var snapshot = await source.FindSnapshotAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"Recovery point {point} is COMPLETED, and the source account has no snapshot {name}. Somebody else deleted it; start a new copy run.");
        if (!SnapshotStatus.IsAvailable(snapshot))
        {
            return step.Again(options.Timing.Poll, $"snapshot {name} is {snapshot.Status}");
        }

        var facts = CopyFacts.Of(options.Installation, step.Run, step.State, snapshot);
        var state = step.State with
        {
            PointArn = point,
            SnapshotAvailableAt = time.GetUtcNow(),
            AllocatedStorage = snapshot.AllocatedStorage,
            Facts = facts,
            FactsDigest = facts.Digest(),
        };
        return Step<CopyState>.Next(CopyPhases.Copying, state, $"recovery point {point} is there, data of {facts.DataTime:yyyy-MM-dd HH:mm:ss} UTC") with
        {
            Events = JobStates.WordsOf(step, $"backup job {job.Id}", job.Message),
        };
    }
}
