using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Turns;

namespace RestoreDrill.Core.Drilling;

/// <summary>The steps of a drill before anything is restored.</summary>
internal sealed class ChoosingSteps(InstallationOptions options, IScratchAccount scratch, IRunStore store, KeptProof kept, TimeProvider time, Random random)
{
    /// <summary>How many copy runs are looked through for one that is older than a copy.</summary>
    private const int LookedBack = 1000;

    private readonly ResourceNames _names = new(options.Installation);
    private readonly CopyLock _lock = new(options, scratch, time);
    private readonly AbsentCopies _absent = new(options, store);
    private readonly TargetLook _target = new(scratch);

    public async Task<StepResult> ChooseAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var identity = await scratch.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        AccountRules.Require(options, source: null, identity);
        var all = await scratch.ListSnapshotsAsync(cancellationToken).ConfigureAwait(false);
        var copies = CopyList.Of(all, options.Installation, step.Run.Database);
        if (step.State.CopyName is null)
        {
            await RequireNewestRecordedAsync(step, all, copies, cancellationToken).ConfigureAwait(false);
        }

        var chosen = await ChooseAsync(step, all, copies, cancellationToken).ConfigureAwait(false);
        if (step.State.CopyName is null)
        {
            // Saved before its facts are judged: a copy that fails on them is known by name.
            var choice = step.State with { Candidates = [.. copies.Select(static copy => copy.Name)], CopyName = chosen.Name, CopyArn = chosen.Arn };
            return step.Again(choice, null, $"copy {chosen.Name} is looked at");
        }

        var problem = CopyFacts.TryRead(chosen.Tags, out var facts);
        problem ??= await DisagreementAsync(facts!, chosen, step.Run.Database, step.State.Selection, cancellationToken).ConfigureAwait(false);
        if (problem is not null)
        {
            throw new StepFailedException(
                $"Copy {chosen.Name} does not carry the facts it was made with: {problem}. Nothing was restored from it. "
                + "Somebody may have changed its tags: find out who can. Next: runbooks/drill-failed.md.",
                blamesTheCopy: true);
        }

        var state = step.State with
        {
            CopyKeyArn = chosen.KmsKeyArn,
            Facts = facts,
            ManifestSha256 = chosen.Tags.GetValueOrDefault(TagNames.ManifestDigest),
            Times = step.State.Times with { DataTime = facts!.DataTime },
        };
        var how = step.State.Selection switch
        {
            CopySelection.Latest => "the latest",
            CopySelection.Named => "named",
            _ => "an older one, by chance",
        };
        return Step<DrillState>.Next(
            DrillPhases.CheckingTarget, state, $"copy {chosen.Name} is chosen ({how} of {state.Candidates.Count}), data of {facts.DataTime:yyyy-MM-dd HH:mm:ss} UTC") with
        {
            Events = ClockWarning.For(step.Run.Phase, identity),
        };
    }

    public async Task<StepResult> CheckTargetAsync(Step<DrillState> step, CancellationToken cancellationToken)
    {
        var state = await _lock.LookAsync(step.State, cancellationToken).ConfigureAwait(false);
        var facts = state.Facts!;
        if (await _target.KeyAsync(state.CopyName!, state.CopyKeyArn, cancellationToken).ConfigureAwait(false) is { } keyProblem)
        {
            throw new StepFailedException($"{keyProblem} Next: runbooks/drill-failed.md.", blamesTheCopy: true);
        }

        var groupName = TargetLook.GroupOf(options.Scratch.ParameterGroup, facts);
        List<string> problems =
        [
            .. (await _target.QuietGroupAsync(groupName, facts, cancellationToken).ConfigureAwait(false)).Select(static problem => problem.Words),
            .. (await _target.SubnetGroupAsync(options.Scratch.SubnetGroup, cancellationToken).ConfigureAwait(false)).Select(static problem => problem.Words),
        ];
        var (instanceClass, key) = (options.Scratch.InstanceClass, "RestoreDrill:Scratch:InstanceClass");
        if (state.Rehearsal is { } asked)
        {
            var target = options.Restore ?? throw new StepFailedException("The configuration does not say any more what an emergency restore makes (RestoreDrill:Restore). Nothing was restored.");
            state = state with { Rehearsal = asked with { FinalParameterGroup = TargetLook.GroupOf(target.ParameterGroup, facts), RtoTarget = target.RtoTarget } };
            problems.AddRange((await _target.FinalGroupAsync(state.Rehearsal.FinalParameterGroup, facts, cancellationToken).ConfigureAwait(false)).Select(static problem => problem.Words));
            (instanceClass, key) = (target.InstanceClass, "RestoreDrill:Restore:InstanceClass");
        }

        if (options.Budgets.LargestSize is { } largest && InstanceSizes.Exceeds(instanceClass, largest))
        {
            problems.Add($"instance class {instanceClass} ({key}) is larger than the budget's {largest} (RestoreDrill:Budgets:LargestSize)");
        }

        if (problems.Count > 0)
        {
            throw new StepFailedException(
                $"Nothing was restored, since the vault account {options.Vault.AccountId} is not ready for it: {string.Join("; ", problems)}. Next: runbooks/drill-failed.md.");
        }

        var order = new RestoreOrder
        {
            Name = _names.ScratchInstance(step.Id),
            Copy = state.CopyName!,
            InstanceClass = instanceClass,
            SubnetGroup = options.Scratch.SubnetGroup,
            SecurityGroups = options.Scratch.SecurityGroups,
            ParameterGroup = groupName,
            Tags = ScratchOwnership.TagsOf(options.Installation, step.Id),
        };
        if (state.Rehearsal is not null)
        {
            // All but what would keep it: the networks without a way out, since it is given its real parameters, and no deletion protection.
            order = order with { MultiAz = options.Restore!.MultiAz, BackupRetentionDays = options.Restore.BackupRetentionDays, IamAuthentication = options.Restore.IamAuthentication };
        }

        return Step<DrillState>.Next(
            DrillPhases.Restoring, state with { Order = order }, $"parameter group {groupName} keeps the restored database from acting on the world");
    }

    private async Task<CloudSnapshot> ChooseAsync(Step<DrillState> step, IReadOnlyList<CloudSnapshot> all, IReadOnlyList<CloudSnapshot> copies, CancellationToken cancellationToken)
    {
        var database = step.Run.Database;

        // Chosen before a crash: the same again.
        if ((step.State.CopyName ?? (step.State.Selection == CopySelection.Named ? step.State.NamedCopy : null)) is { } asked)
        {
            return copies.FirstOrDefault(copy => copy.Name == asked || copy.Arn == asked)
                ?? throw new StepFailedException(
                    await _absent.WhyAsync(all, asked, database, cancellationToken).ConfigureAwait(false)
                    ?? $"The vault account {options.Vault.AccountId} has no available copy {asked} of this database. If there was one, somebody deleted it: RestoreDrill cannot. Next: runbooks/copy-missing.md.",
                    blamesTheCopy: true);
        }

        var candidates = step.State.Selection == CopySelection.RandomOlder && copies.Count > 1 ? copies.Skip(1).ToList() : copies.Take(1).ToList();
        if (candidates.Count > 0)
        {
            return candidates[random.Next(candidates.Count)];
        }

        var lost = await _absent.LostAsync(all, database, cancellationToken).ConfigureAwait(false);
        throw new StepFailedException(
            lost.Count > 0
                ? _absent.LostTags(lost[0], database)
                : $"The vault account {options.Vault.AccountId} holds no available copy of '{database}'. If there was one, somebody deleted it: "
                    + "RestoreDrill cannot. Make one now: restoredrill copy. Next: runbooks/copy-missing.md.",
            blamesTheCopy: true);
    }

    /// <summary>The newest copy of our records must be among those there are: a copy that vanished, or lost its tags, is not silently passed over for an older one.</summary>
    private async Task RequireNewestRecordedAsync(
        Step<DrillState> step, IReadOnlyList<CloudSnapshot> all, IReadOnlyList<CloudSnapshot> copies, CancellationToken cancellationToken)
    {
        if (step.State.Selection != CopySelection.Latest)
        {
            return;
        }

        var runs = await store.ListAsync(step.Run.Database, RunKind.Copy, 100, cancellationToken).ConfigureAwait(false);
        if (runs.FirstOrDefault(static run => run.Outcome == RunOutcome.Copied) is { } newest
            && CanonicalJson.Read<CopyState>(newest.State).CopyName is { } recorded
            && !copies.Any(copy => copy.Name == recorded))
        {
            throw new StepFailedException(
                await _absent.WhyAsync(all, recorded, step.Run.Database, cancellationToken).ConfigureAwait(false) is { } why
                    ? $"The newest copy of our records is {recorded} of copy run {newest.Id}. {why}"
                    : $"The newest copy of our records, {recorded} of copy run {newest.Id}, is not among the vault account's available copies of this database: it was deleted. "
                        + "RestoreDrill cannot do that: find out who did. Nothing was restored. Next: runbooks/copy-missing.md.",
                blamesTheCopy: true);
        }
    }

    /// <summary>What the copy's name, AWS itself or our own record of the copy run say otherwise; null where all agree.</summary>
    private async Task<string?> DisagreementAsync(CopyFacts facts, CloudSnapshot copy, string database, CopySelection selection, CancellationToken cancellationToken)
    {
        if (!copy.IsRecoveryPoint && copy.Name != _names.Copy(facts.Run))
        {
            return $"the tags name run {facts.Run}, whose copy is called {_names.Copy(facts.Run)}";
        }

        if (copy.OriginalCreateTime is { } taken && taken != facts.SnapshotTime)
        {
            return $"AWS says that the snapshot was taken at {taken:O}, the tags say {facts.SnapshotTime:O}";
        }

        if (copy.DatabaseTime is { } dataTime && facts.DatabaseTime is { } tagged && dataTime != tagged)
        {
            return $"AWS says that the data is of {dataTime:O}, the tags say {tagged:O}";
        }

        if (await store.FindAsync(facts.Run, cancellationToken).ConfigureAwait(false) is not { } copyRun)
        {
            // Whoever owns the source account can copy recovery points into the vault, with any tags: only our records, and the bucket of facts, tell which are of our runs.
            if (!copy.IsRecoveryPoint || selection == CopySelection.Named
                || await kept.OfAsync(database, copy.Name, facts, cancellationToken).ConfigureAwait(false) is { KnowsTheCopy: true })
            {
                return null;
            }

            return await ReachBackToAsync(facts, database, cancellationToken).ConfigureAwait(false)
                ? $"our records know no copy run {facts.Run}, and a recovery point with such tags can come from anybody in the source account; if our records were lost, name the copy: restoredrill drill {database} --copy {copy.Name}"
                : throw new StepFailedException(
                    $"Our records begin after copy {copy.Name} was taken, and neither they nor the bucket of facts know its copy run {facts.Run}: whether it is a copy of ours is not known, and nothing was "
                    + $"restored. If our records were lost, name it: restoredrill drill {database} --copy {copy.Name}. Next: runbooks/service-and-store-lost.md.");
        }

        var recorded = CanonicalJson.Read<CopyState>(copyRun.State);
        if (copy.IsRecoveryPoint && recorded.CopyName != copy.Name)
        {
            // A run that failed before it had a copy has no digest to compare with.
            return $"our record of copy run {facts.Run} names {recorded.CopyName ?? "no copy"}, not {copy.Name}";
        }

        return recorded.FactsDigest is { } digest && (digest != facts.Digest() || recorded.CopyName != copy.Name)
            ? $"our record of copy run {facts.Run} has digest {digest} for copy {recorded.CopyName}, the tags give {facts.Digest()}"
            : null;
    }

    /// <summary>Whether our records have a copy run of the database from before the copy was taken. Younger ones cannot speak against it: they were lost, and begun anew.</summary>
    private async Task<bool> ReachBackToAsync(CopyFacts facts, string database, CancellationToken cancellationToken) =>
        (await store.ListAsync(database, RunKind.Copy, LookedBack, cancellationToken).ConfigureAwait(false)).Any(run => run.CreatedAt < facts.SnapshotTime);
}
