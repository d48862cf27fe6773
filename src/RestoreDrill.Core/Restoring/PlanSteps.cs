using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.SelfTests;

namespace RestoreDrill.Core.Restoring;

/// <summary>The first step of an emergency restore: whether what was planned still is so.</summary>
/// <param name="options">The configuration.</param>
/// <param name="vault">The vault account.</param>
/// <param name="target">The account that is restored in.</param>
/// <param name="time">The clock.</param>
internal sealed class PlanSteps(InstallationOptions options, IEmergencyAccount vault, IRestoringAccount target, TimeProvider time)
{
    private readonly CopyLock _lock = new(options, vault, time);

    public async Task<StepResult> CheckAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var plan = step.State.Plan!;
        await RestoreTarget.RequireAccountsAsync(options, vault, target, plan.Account, cancellationToken).ConfigureAwait(false);
        var copy = Same(plan, await vault.FindCopyAsync(plan.Copy.Name, cancellationToken).ConfigureAwait(false), out var gone)
            ?? throw new StepFailedException($"{gone} Nothing was restored. Next: runbooks/copy-missing.md.", blamesTheCopy: true);
        var state = step.State with
        {
            CopyName = copy.Name,
            CopyArn = copy.Arn,
            CopyKeyArn = copy.KmsKeyArn,
            Facts = plan.Copy.Facts,
            Times = step.State.Times with { DataTime = plan.Copy.Facts.DataTime },
            Order = plan.Order,
            SelfTest = new SelfTestStand { IsDue = false, Why = "an emergency restore damages nothing", BegunAt = time.GetUtcNow() },
        };
        state = await _lock.LookAsync(state, cancellationToken).ConfigureAwait(false);
        var missing = await new RestoreTarget(vault, target).MissingAsync(plan, cancellationToken).ConfigureAwait(false);
        return missing.Count > 0
            ? throw new StepFailedException(
                $"Nothing was restored, since account {plan.Account} is not ready for it: {string.Join("; ", missing.Select(static one => one.Words))}. Next: runbooks/emergency-restore.md.")
            : Step<DrillState>.Next(
                plan.CopyBack is null ? DrillPhases.Restoring : RestorePhases.CopyingBack, state, $"copy {copy.Name} is as planned; until the hand-over parameter group {plan.Order.ParameterGroup} keeps the database from acting on the world");
    }

    /// <summary>The planned copy, if it is still that one.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="found">What the account has of that name; null: nothing.</param>
    /// <param name="gone">Why it is not, as a sentence.</param>
    internal static CloudSnapshot? Same(RestorePlan plan, CloudSnapshot? found, out string? gone)
    {
        gone = found switch
        {
            null => $"Copy {plan.Copy.Name} has vanished from the vault account since the plan was made. RestoreDrill cannot delete a copy: find out who did.",
            { IsAvailable: false } => $"Copy {plan.Copy.Name} is '{found.Status}' now, not available.",
            _ when found.Arn != plan.Copy.Arn => $"The copy of the name {plan.Copy.Name} is {found.Arn} now, the plan was made for {plan.Copy.Arn}.",
            _ when found.OriginalCreateTime is { } taken && taken != plan.Copy.Facts.SnapshotTime =>
                $"The copy of the name {plan.Copy.Name} was taken at {taken:O}, the plan was made for one of {plan.Copy.Facts.SnapshotTime:O}: it is another one.",
            _ => null,
        };
        return gone is null ? found : null;
    }
}
