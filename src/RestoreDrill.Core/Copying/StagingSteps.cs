using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>The steps of a copy run in the source account: snapshot, re-encrypt, share, and clean up.</summary>
internal sealed class StagingSteps(InstallationOptions options, ISourceAccount source, TimeProvider time)
{
    private readonly ResourceNames _names = new(options.Installation);

    public async Task<StepResult> SnapshotAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var state = step.State;
        var snapshot = await OursOrNewAsync(
            step, state.Staging!, tags => source.CreateSnapshotAsync(state.Source!.Name, state.Staging!, tags, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return Step<CopyState>.Next(
            CopyPhases.WaitingForSnapshot, state with { SnapshotAskedAt = time.GetUtcNow() }, $"snapshot {snapshot.Name} is {snapshot.Status}");
    }

    public async Task<StepResult> WaitForSnapshotAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var snapshot = await FindOursAsync(step, step.State.Staging!, cancellationToken).ConfigureAwait(false);
        if (!SnapshotStatus.IsAvailable(snapshot))
        {
            return step.Again(options.Timing.Poll, $"snapshot {snapshot.Name} is {snapshot.Status}, {snapshot.PercentProgress} %");
        }

        var state = step.State with { SnapshotAvailableAt = time.GetUtcNow(), AllocatedStorage = snapshot.AllocatedStorage };
        return state.NeedsReencryption
            ? Step<CopyState>.Next(CopyPhases.Reencrypting, state, $"snapshot {snapshot.Name} is available")
            : ReadyToShare(step, state, snapshot, snapshot);
    }

    public async Task<StepResult> ReencryptAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var target = _names.ReencryptedSnapshot(step.Id);
        var snapshot = await OursOrNewAsync(
            step,
            target,
            tags => source.ReencryptSnapshotAsync(step.State.Staging!, target, options.Source.ReencryptionKey!, tags, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return Step<CopyState>.Next(CopyPhases.WaitingForReencryption, step.State, $"snapshot {snapshot.Name} is {snapshot.Status}");
    }

    public async Task<StepResult> WaitForReencryptionAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var snapshot = await FindOursAsync(step, _names.ReencryptedSnapshot(step.Id), cancellationToken).ConfigureAwait(false);
        if (!SnapshotStatus.IsAvailable(snapshot))
        {
            return step.Again(options.Timing.Poll, $"snapshot {snapshot.Name} is {snapshot.Status}, {snapshot.PercentProgress} %");
        }

        var original = await FindOursAsync(step, step.State.Staging!, cancellationToken).ConfigureAwait(false);
        return ReadyToShare(step, step.State, snapshot, original);
    }

    public async Task<StepResult> ShareAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var state = step.State;
        await FindOursAsync(step, state.SharedName!, cancellationToken).ConfigureAwait(false);
        var shared = await source.SharedWithAsync(state.SharedName!, cancellationToken).ConfigureAwait(false);
        var strangers = shared.Where(account => account != options.Vault.AccountId).ToList();
        if (strangers.Count > 0)
        {
            throw new StepFailedException(
                $"Snapshot {state.SharedName} is shared with {string.Join(", ", strangers)}, which RestoreDrill did not do: somebody else has changed it. "
                + "Withdraw that share and find out who made it, then start a new copy run.");
        }

        if (shared.Count == 0)
        {
            await source.ShareAsync(state.SharedName!, options.Vault.AccountId, cancellationToken).ConfigureAwait(false);
        }

        return Step<CopyState>.Next(CopyPhases.Copying, state, $"snapshot {state.SharedName} is shared with account {options.Vault.AccountId} only");
    }

    public async Task<StepResult> UnshareAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        return await WithdrawSharesAsync(step, cancellationToken).ConfigureAwait(false)
            ?? Step<CopyState>.Next(CopyPhases.RemovingStaging, step.State, $"snapshot {step.State.SharedName} is shared with nobody any more");
    }

    public async Task<StepResult> RemoveAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        string[] staged = step.State.NeedsReencryption ? [step.State.SharedName!, step.State.Staging!] : [step.State.Staging!];
        foreach (var snapshot in staged)
        {
            await source.RemoveStagingSnapshotAsync(snapshot, options.Installation, step.Id, cancellationToken).ConfigureAwait(false);
        }

        foreach (var snapshot in staged)
        {
            if (await source.FindSnapshotAsync(snapshot, cancellationToken).ConfigureAwait(false) is { } left)
            {
                return step.Again(options.Timing.Poll, $"snapshot {left.Name} is {left.Status}, it is being removed");
            }
        }

        return Step<CopyState>.End(
            CopyPhases.Finished, step.State, new RunConclusion(RunOutcome.Copied, CopySentence.Of(step.State), Defect: SharedWithStrangers(step.State)));
    }

    public async Task<StepResult> WithdrawAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        return await WithdrawSharesAsync(step, cancellationToken).ConfigureAwait(false) ?? EndFailed(step.State);
    }

    /// <summary>Ends a run that failed. The staging snapshot stays: it may be the only snapshot there is, and its copy is not available.</summary>
    /// <param name="state">The run's state, its failure set.</param>
    /// <param name="mayHaveSnapshot">Whether a snapshot was asked for and no answer came back.</param>
    public static StepResult EndFailed(CopyState state, bool mayHaveSnapshot = false)
    {
        var stays = state.NeedsReencryption ? "stays in the source account, with its re-encrypted copy if there is one," : "stays in the source account,";
        var left = state.SnapshotAskedAt is not null
            ? $"Snapshot {state.Staging} {stays} since it has no copy in the vault. Next: runbooks/staging-left-behind.md."
            : mayHaveSnapshot
                ? $"Snapshot {state.Staging} may have been made in the source account, since no answer came back; it has no copy in the vault. Next: runbooks/staging-left-behind.md."
                : null;
        string?[] defects = [left, SharedWithStrangers(state)];
        var defect = string.Join(" ", defects.Where(static text => text is not null));
        return Step<CopyState>.End(
            CopyPhases.Finished, state, new RunConclusion(RunOutcome.Failed, state.Failure!, Defect: defect.Length == 0 ? null : defect));
    }

    /// <summary>
    /// Withdraws every share of the snapshot, ours and those that somebody else added. The latter are saved first, so that a crash does not
    /// take the knowledge with it: then the result is the step to save, otherwise null.
    /// </summary>
    private async Task<StepResult?> WithdrawSharesAsync(Step<CopyState> step, CancellationToken cancellationToken)
    {
        var snapshot = await source.FindSnapshotAsync(step.State.SharedName!, cancellationToken).ConfigureAwait(false);
        if (snapshot is null)
        {
            return null;
        }

        StagingOwnership.Require(snapshot, options.Installation, step.Id);
        var shared = await source.SharedWithAsync(snapshot.Name, cancellationToken).ConfigureAwait(false);
        var strangers = shared.Where(account => account != options.Vault.AccountId).Except(step.State.Strangers).ToList();
        if (strangers.Count > 0)
        {
            var found = $"snapshot {snapshot.Name} is shared with {string.Join(", ", strangers)}, which RestoreDrill did not do";
            return step.Again(step.State with { Strangers = [.. step.State.Strangers, .. strangers] }, null, found) with
            {
                Events = [step.Event(RunEventKind.Warning, found)],
            };
        }

        foreach (var account in shared)
        {
            await source.UnshareAsync(snapshot.Name, account, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>What has to be told of a snapshot that somebody else shared; null: nothing.</summary>
    private static string? SharedWithStrangers(CopyState state) => state.Strangers.Count == 0
        ? null
        : $"Somebody shared the staging snapshot {state.SharedName} with {string.Join(", ", state.Strangers)} while it was being copied. The share is withdrawn, "
            + "but the data may have been copied by then: treat it as disclosed, and find out in CloudTrail (ModifyDBSnapshotAttribute) who did it.";

    private StepResult ReadyToShare(Step<CopyState> step, CopyState state, CloudSnapshot shared, CloudSnapshot original)
    {
        var facts = CopyFacts.Of(options.Installation, step.Run, state, original);
        var ready = state with { SharedName = shared.Name, SharedArn = shared.Arn, Facts = facts, FactsDigest = facts.Digest() };
        return Step<CopyState>.Next(CopyPhases.Sharing, ready, $"snapshot {shared.Name} is available, data of {facts.DataTime:yyyy-MM-dd HH:mm:ss} UTC");
    }

    /// <summary>The snapshot of this name: made by this call, or made by this run before and found again.</summary>
    private async Task<CloudSnapshot> OursOrNewAsync(
        Step<CopyState> step, string name, Func<IReadOnlyDictionary<string, string>, Task<CloudSnapshot>> make, CancellationToken cancellationToken)
    {
        var existing = await source.FindSnapshotAsync(name, cancellationToken).ConfigureAwait(false);
        if (existing is null)
        {
            try
            {
                return await make(StagingOwnership.TagsOf(options.Installation, step.Id, step.Run.Database)).ConfigureAwait(false);
            }
            catch (CloudException e) when (e.Fault == CloudFault.AlreadyExists)
            {
                existing = await source.FindSnapshotAsync(name, cancellationToken).ConfigureAwait(false)
                    ?? throw new StepFailedException($"{e.Message} But the account has no snapshot of that name to look at.");
            }
        }

        StagingOwnership.Require(existing, options.Installation, step.Id);
        return existing;
    }

    private async Task<CloudSnapshot> FindOursAsync(Step<CopyState> step, string name, CancellationToken cancellationToken)
    {
        var snapshot = await source.FindSnapshotAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new StepFailedException($"Snapshot {name} has vanished from the source account. Somebody else deleted it; start a new copy run.");
        StagingOwnership.Require(snapshot, options.Installation, step.Id);
        return snapshot;
    }
}
