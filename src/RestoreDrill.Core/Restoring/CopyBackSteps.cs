using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Restoring;

/// <summary>The steps of an emergency restore that bring its copy into another account than the vault's. What comes there is AWS Backup's to remove, when its retention is over.</summary>
/// <param name="options">The configuration.</param>
/// <param name="vault">The vault account, where the copy is.</param>
/// <param name="target">The account that is restored in.</param>
/// <param name="time">The clock.</param>
internal sealed class CopyBackSteps(InstallationOptions options, ICopyJobs vault, IRestoringAccount target, TimeProvider time)
{
    private const string Next = "Nothing was restored. Look at the job in the AWS Backup console of the vault account; make a new plan when the cause is known. Next: runbooks/emergency-restore.md.";

    public async Task<StepResult> CopyAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var (state, back) = (step.State, step.State.Plan!.CopyBack!);
        if (state.Times.AskedAt is null)
        {
            // The clock of the RTO runs from here: without the copy there is nothing to restore.
            return step.Again(state with { Times = state.Times with { AskedAt = time.GetUtcNow() } }, null, $"copying {state.CopyName} into {back.VaultArn} is asked for");
        }

        var stand = state.CopyBack ?? new CopyBackStand();
        var job = await vault.StartCopyAsync(back.OrderOf(state.CopyArn!, Tokens.Of(step.Id, "back", stand.Attempt)), cancellationToken).ConfigureAwait(false);
        return Step<DrillState>.Next(
            RestorePhases.WaitingForCopyBack,
            state with { CopyBack = stand with { Job = job, AskedAt = stand.AskedAt ?? time.GetUtcNow() } },
            $"copy job {job} into {back.VaultArn} is asked for");
    }

    public async Task<StepResult> WaitAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var (state, stand) = (step.State, step.State.CopyBack!);
        var job = await vault.FindCopyJobAsync(stand.Job!, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"AWS Backup does not know copy job {stand.Job} any more. {Next}");
        switch (JobStates.Of($"Copy job {job.Id}", job.State, job.Message, Next))
        {
            case JobState.OnItsWay:
                return step.Again(options.Timing.Poll, $"copy job {job.Id} is {job.State}");
            case JobState.MayBeAskedAgain:
                Tokens.RequireTime(stand.AskedAt, options.Timing.Copy, time, job.Message, Next);
                return Step<DrillState>.Next(
                    RestorePhases.CopyingBack, state with { CopyBack = stand with { Attempt = stand.Attempt + 1 } }, $"copy job {job.Id} failed and is asked for again: {job.Message}") with
                {
                    Wait = options.Timing.Poll,
                };
        }

        var arrived = job.PointArn ?? throw new StepFailedException($"Copy job {job.Id} is COMPLETED, and AWS Backup names no recovery point. {Next}");
        if (await IsThereAsync(state, arrived, cancellationToken).ConfigureAwait(false) is { } status)
        {
            return step.Again(options.Timing.Poll, $"recovery point {arrived} is {status}");
        }

        var brought = state with
        {
            CopyBack = stand with { PointArn = arrived, ArrivedAt = time.GetUtcNow() },
            Order = state.Order! with { Copy = RecoveryPointNames.SnapshotOf(arrived) },
        };
        return Step<DrillState>.Next(DrillPhases.Restoring, brought, $"copy {state.CopyName} is in account {state.Plan!.Account} as {arrived}") with
        {
            Events = JobStates.WordsOf(step, $"copy job {job.Id}", job.Message),
        };
    }

    /// <summary>Looks at what the job says it made. Null: it is there, and is of the planned copy; its status: not yet.</summary>
    private async Task<string?> IsThereAsync(DrillState state, string arrived, CancellationToken cancellationToken)
    {
        var (plan, name) = (state.Plan!, RecoveryPointNames.SnapshotOf(arrived));
        var point = await target.FindPointAsync(plan.CopyBack!.VaultName, arrived, cancellationToken).ConfigureAwait(false);
        var snapshot = await target.FindCopyAsync(name, cancellationToken).ConfigureAwait(false);
        if (point is null || snapshot is null)
        {
            throw new StepFailedException($"Recovery point {arrived} has vanished from account {plan.Account}, though its copy job is COMPLETED: find out who removed it. {Next}");
        }

        if (!point.IsUsable)
        {
            throw new StepFailedException($"Recovery point {arrived} is {point.Status}, though its copy job is COMPLETED. {Next}");
        }

        if (point.ResourceArn is { } made && made != plan.Copy.Facts.SourceArn)
        {
            throw new StepFailedException($"Recovery point {arrived} is of {made}, not of {plan.Copy.Facts.SourceArn}: it is a copy of something else. {Next}");
        }

        if (snapshot.OriginalCreateTime is { } taken && taken != plan.Copy.Facts.SnapshotTime)
        {
            throw new StepFailedException($"Recovery point {arrived} was taken at {taken:O}, the planned copy at {plan.Copy.Facts.SnapshotTime:O}: it is another one. {Next}");
        }

        return SnapshotStatus.IsAvailable(snapshot) ? null : snapshot.Status;
    }
}
