using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>The steps of route <c>rds-snapshot</c> in the vault account.</summary>
internal sealed class VaultCopySteps(InstallationOptions options, IVaultAccount vault, TimeProvider time)
{
    private readonly FactTags _tags = new(options, vault);

    public async Task<StepResult> CopyAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var state = step.State;
        var copy = await vault.FindSnapshotAsync(state.CopyName!, cancellationToken).ConfigureAwait(false);
        if (copy is null)
        {
            try
            {
                copy = await vault.CopyAsync(state.SharedArn!, state.CopyName!, options.Vault.KmsKey, state.Facts!.ToTags(), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (CloudException e) when (e.Fault == CloudFault.AlreadyExists)
            {
                copy = await vault.FindSnapshotAsync(state.CopyName!, cancellationToken).ConfigureAwait(false)
                    ?? throw new StepFailedException($"{e.Message} But the account has no snapshot of that name to look at.");
            }
        }

        RequireOurs(step, copy);
        return Step<CopyState>.Next(
            SourceReadingSteps.AfterAsking(state), state with { CopyArn = copy.Arn, CopyAskedAt = time.GetUtcNow() }, $"copy {copy.Name} is {copy.Status}");
    }

    public async Task<StepResult> WaitForCopyAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var copy = await FindOursAsync(step, cancellationToken).ConfigureAwait(false);
        return SnapshotStatus.IsAvailable(copy)
            ? Step<CopyState>.Next(
                CopyPhases.ConfirmingFacts, step.State with { CopyAvailableAt = time.GetUtcNow(), CopyArn = copy.Arn }, $"copy {copy.Name} is available")
            : step.Again(options.Timing.Poll, $"copy {copy.Name} is {copy.Status}, {copy.PercentProgress} %");
    }

    public async Task<StepResult> ConfirmFactsAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var copy = await FindOursAsync(step, cancellationToken).ConfigureAwait(false);
        return await _tags.MissingAsync(step, copy, cancellationToken).ConfigureAwait(false)
            ?? Step<CopyState>.Next(CopyPhases.Unsharing, step.State, $"copy {copy.Name} carries its facts, digest {step.State.FactsDigest}");
    }

    private async Task<CloudSnapshot> FindOursAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var copy = await vault.FindSnapshotAsync(step.State.CopyName!, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"Copy {step.State.CopyName} has vanished from the vault account. RestoreDrill cannot delete copies: find out who did.");
        RequireOurs(step, copy);
        return copy;
    }

    private void RequireOurs(Step<CopyState> step, CloudSnapshot copy)
    {
        if (copy.Tags.GetValueOrDefault(TagNames.Installation) != options.Installation.Value || copy.Tags.GetValueOrDefault(TagNames.Run) != step.Id.Value)
        {
            throw new NotOursException(
                $"The vault account has a snapshot {copy.Name} whose tags are not those of run {step.Id}. It was left alone; start a new copy run.");
        }
    }
}
