using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying.Backups;

/// <summary>The steps of route <c>aws-backup</c> from the recovery point in the source account's vault to the copy in the locked one.</summary>
internal sealed class VaultPointSteps(InstallationOptions options, ISourceAccount source, IVaultAccount vault, BackupCheck check, TimeProvider time)
{
    private readonly FactTags _tags = new(options, vault);

    public async Task<StepResult> CopyAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var state = step.State;
        var order = new CopyOrder
        {
            PointArn = state.PointArn!,
            SourceVault = check.Options.SourceVault,
            VaultArn = check.Options.VaultArn,
            RoleArn = check.Options.RoleArn,
            Token = Tokens.Of(step.Id, "copy", state.CopyAttempt),
            RetentionDays = check.Options.RetentionDays,
        };
        var job = await source.StartCopyAsync(order, cancellationToken).ConfigureAwait(false);
        return Step<CopyState>.Next(
            SourceReadingSteps.AfterAsking(state), state with { CopyJob = job, CopyAskedAt = state.CopyAskedAt ?? time.GetUtcNow() }, $"copy job {job} is asked for");
    }

    public async Task<StepResult> WaitForCopyAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var state = step.State;
        var job = await source.FindCopyJobAsync(state.CopyJob!, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"AWS Backup does not know copy job {state.CopyJob} any more. Start a new copy run.");
        switch (JobStates.Of($"Copy job {job.Id}", job.State, job.Message))
        {
            case JobState.OnItsWay:
                return step.Again(options.Timing.Poll, $"copy job {job.Id} is {job.State}");
            case JobState.MayBeAskedAgain:
                Tokens.RequireTime(state.CopyAskedAt, options.Timing.Copy, time, job.Message);
                return Step<CopyState>.Next(
                    CopyPhases.Copying, state with { CopyAttempt = state.CopyAttempt + 1 }, $"copy job {job.Id} failed and is asked for again: {job.Message}") with
                {
                    Wait = options.Timing.Poll,
                };
        }

        var point = job.PointArn ?? throw new StepFailedException($"Copy job {job.Id} is COMPLETED, and AWS Backup names no recovery point. Start a new copy run.");
        var copied = state with { CopyArn = point, CopyName = RecoveryPointNames.SnapshotOf(point), CopyAvailableAt = time.GetUtcNow() };
        return Step<CopyState>.Next(CopyPhases.ConfirmingFacts, copied, $"copy {copied.CopyName} is in the vault, which AWS Backup calls {job.VaultLockState ?? "neither locked nor unlocked"}") with
        {
            Events = JobStates.WordsOf(step, $"copy job {job.Id}", job.Message),
        };
    }

    public async Task<StepResult> ConfirmFactsAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var state = step.State;
        var locked = await vault.FindVaultAsync(check.Options.VaultName, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"Backup vault {check.Options.VaultName} has vanished from the vault account. RestoreDrill cannot delete vaults: find out who did.");
        var point = await vault.FindPointAsync(locked.Name, state.CopyArn!, cancellationToken).ConfigureAwait(false)
            ?? throw Vanished(state);
        if (!point.IsUsable)
        {
            throw new StepFailedException($"Recovery point {point.Arn} of the vault account is {point.Status}, though its copy job is COMPLETED. Look at it in the AWS Backup console.");
        }

        if (point.ResourceArn is { } made && made != state.Source!.Arn)
        {
            throw new StepFailedException($"Recovery point {point.Arn} is of {made}, not of {state.Source.Arn}: it is a copy of something else.");
        }

        var copy = await vault.FindSnapshotAsync(state.CopyName!, cancellationToken).ConfigureAwait(false) ?? throw Vanished(state);
        if (!SnapshotStatus.IsAvailable(copy))
        {
            return step.Again(options.Timing.Poll, $"copy {copy.Name} is {copy.Status}");
        }

        var confirmed = state with { DeleteAt = point.DeleteAt, Lock = locked.LockWords(time.GetUtcNow()) };
        return await _tags.MissingAsync(step, copy, cancellationToken).ConfigureAwait(false)
            ?? Step<CopyState>.End(CopyPhases.Finished, confirmed, new RunConclusion(RunOutcome.Copied, CopySentence.Of(confirmed)));
    }

    private static StepFailedException Vanished(CopyState state) =>
        new($"Copy {state.CopyArn} has vanished from the vault account. RestoreDrill cannot delete copies: find out who did. Next: runbooks/copy-missing.md.");
}
