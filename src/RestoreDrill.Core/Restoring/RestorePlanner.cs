using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Restoring;

/// <summary>Plans an emergency restore from the vault account and the bucket of facts alone. Changes nothing.</summary>
/// <param name="options">The configuration.</param>
/// <param name="vault">The vault account, in the role <c>restoredrill-restore</c>.</param>
/// <param name="other">The account that copies are restored in where the configuration names another one than the vault's, in the role <c>restoredrill-restore-target</c>; null: it names none.</param>
/// <param name="facts">The bucket of facts, in the same role; null: there is none.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Makes the run's id.</param>
public sealed class RestorePlanner(
    InstallationOptions options, IEmergencyAccount vault, IRestoringAccount? other, IFactStore? facts, TimeProvider time, Random random)
{
    private readonly ResourceNames _names = new(options.Installation);

    /// <summary>Plans a restore.</summary>
    /// <param name="wish">What is wanted.</param>
    /// <param name="madeBy">Who wants it, for example <c>cli:maria@laptop</c>.</param>
    /// <param name="cancellationToken">Cancels the looking.</param>
    /// <returns>The choice; and the plan with what is missing for it, or null where no copy may be taken without being named.</returns>
    /// <exception cref="RefusedException">There is nothing to restore, or it cannot be restored so.</exception>
    /// <exception cref="Cloud.CloudException">AWS refused, or did not answer.</exception>
    public async Task<RestoreProposal> PlanAsync(RestoreWish wish, string madeBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        options.Require(wish.Database);
        var target = RequireTarget();
        RequireName(wish.InstanceName);
        AccountRules.Require(options, source: null, await vault.IdentifyAsync(cancellationToken).ConfigureAwait(false));
        var snapshots = await vault.ListSnapshotsAsync(cancellationToken).ConfigureAwait(false);
        var copies = await new JudgedCopies(options, facts).OfAsync([wish.Database], snapshots, cancellationToken).ConfigureAwait(false);
        RequireCopies(wish, copies);
        var choice = RestoreChoice.Of(copies, wish);
        if (choice.Chosen is not { } chosen)
        {
            return new RestoreProposal(choice, null, []);
        }

        var run = RunId.New(RunKind.Restore, time.GetUtcNow(), random);
        var copy = CopyOf(chosen, choice.IsNamed);
        var now = time.GetUtcNow();
        var back = await CopyBackAsync(chosen.Snapshot, cancellationToken).ConfigureAwait(false);
        var plan = new RestorePlan
        {
            Installation = options.Installation,
            Database = wish.Database,
            Run = run,
            MadeBy = madeBy,
            MadeAt = now,
            ExpiresAt = now + target.PlanExpires,
            Account = back is null ? options.Vault.AccountId : target.Account!.AccountId,
            Region = RegionOf(copy.Arn),
            Copy = copy,
            CopyBack = back,
            Newer = [.. choice.Newer.Select(static newer => new NewerCopy(newer.Snapshot.Name, newer.DataTime, newer.Report.Standing, newer.Report.Reason))],
            Order = new RestoreOrder
            {
                Name = wish.InstanceName ?? _names.RestoredInstance(run),
                Copy = copy.Name,
                InstanceClass = target.InstanceClass,
                SubnetGroup = target.SubnetGroup,
                SecurityGroups = target.SecurityGroups,
                ParameterGroup = TargetLook.GroupOf(options.Scratch.ParameterGroup, copy.Facts),
                MultiAz = target.MultiAz,
                DeletionProtection = true,
                BackupRetentionDays = target.BackupRetentionDays,
                IamAuthentication = target.IamAuthentication,
                Tags = RestoredOwnership.TagsOf(options.Installation, run),
            },
            FinalParameterGroup = TargetLook.GroupOf(target.ParameterGroup, copy.Facts),
            RtoTarget = target.RtoTarget,
        };
        await RestoreTarget.RequireAccountsAsync(options, vault, TargetOf(plan), plan.Account, cancellationToken).ConfigureAwait(false);
        await RequireFreeNameAsync(plan, cancellationToken).ConfigureAwait(false);
        return new RestoreProposal(choice, plan, await new RestoreTarget(vault, TargetOf(plan)).MissingAsync(plan, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Looks whether a plan can still be begun: it has not expired, its copy is there and worth what it was, the name is free, and nothing is missing.</summary>
    /// <exception cref="RefusedException">It cannot; nothing was changed.</exception>
    /// <exception cref="Cloud.CloudException">AWS refused, or did not answer.</exception>
    public async Task RequireStartableAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await RestoreTarget.RequireAccountsAsync(options, vault, TargetOf(plan), plan.Account, cancellationToken).ConfigureAwait(false);

        // A run whose history was lost has begun all the same: its instance is gone on with.
        if (await FindOwnAsync(plan, cancellationToken).ConfigureAwait(false) is not null)
        {
            await RequireNotHandedOverAsync(plan, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (time.GetUtcNow() >= plan.ExpiresAt)
        {
            throw Refused($"The plan expired at {plan.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.", "there may be newer copies by now: restoredrill restore plan " + plan.Database);
        }

        await RequireFreeNameAsync(plan, cancellationToken).ConfigureAwait(false);
        var copy = PlanSteps.Same(plan, await vault.FindCopyAsync(plan.Copy.Name, cancellationToken).ConfigureAwait(false), out var gone)
            ?? throw Refused(gone!, "restoredrill restore plan " + plan.Database);
        var standing = (await new JudgedCopies(options, facts).JudgeAsync(plan.Database, copy, cancellationToken).ConfigureAwait(false)).Report;
        if (standing.Standing != plan.Copy.Standing && standing.Standing != CopyStanding.Proven)
        {
            throw Refused($"Copy {copy.Name} was {Word(plan.Copy.Standing)} when the plan was made, and is {Word(standing.Standing)} now: {standing.Reason}", "restoredrill restore plan " + plan.Database);
        }

        if (await new RestoreTarget(vault, TargetOf(plan)).MissingAsync(plan, cancellationToken).ConfigureAwait(false) is { Count: > 0 } missing)
        {
            throw new RefusedException(
                [.. missing.Select(static one => $"{char.ToUpperInvariant(one.Words[0])}{one.Words[1..]}.{(one.Command is null ? string.Empty : $" Make it: {one.Command}")}"), "Nothing was changed; the plan stays good."],
                safetyRule: true,
                next: "make what is missing, and give the same command again");
        }
    }

    /// <summary>
    /// Looks that nobody works with the plan's instance yet. One that has its real parameter group was handed over: whoever went on without knowing of it (by the plan alone, or by a journal of before)
    /// would take its password away from those who work with it, and judge their rows.
    /// </summary>
    /// <exception cref="RefusedException">It was handed over; nothing was changed.</exception>
    /// <exception cref="Cloud.CloudException">AWS refused, or did not answer.</exception>
    public async Task RequireNotHandedOverAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (await FindOwnAsync(plan, cancellationToken).ConfigureAwait(false) is { } own && own.ParameterGroup == plan.FinalParameterGroup)
        {
            throw Refused(
                $"Instance {own.Name} of this plan has its real parameter group {own.ParameterGroup} already: it was handed over, and may be in use. Its password and its rows are not touched.",
                "go on with the journal that its restore ended in, or see runbooks/emergency-restore.md for a password that was lost");
        }
    }

    /// <summary>Looks whether an instance of this name may be made at all, without asking anybody.</summary>
    /// <exception cref="RefusedException">It may not.</exception>
    public void RequireName(string? name)
    {
        if (name is null || (name.StartsWith(_names.RestoredPrefix, StringComparison.Ordinal) && InstanceNames.IsValid(name)))
        {
            return;
        }

        throw Refused(
            name.StartsWith(ResourceNames.ScratchPrefixOfAll, StringComparison.Ordinal)
                ? $"The name {name} carries the prefix of scratch instances ({ResourceNames.ScratchPrefixOfAll}), which drills remove."
                : $"The role restoredrill-restore may make no instance of the name {name}.",
            $"leave the name out, or write {_names.RestoredPrefix} and letters, digits or single hyphens, at most 63 characters in all");
    }

    /// <summary>What the bucket of facts holds of the planned copy: by it the restored data is judged. Empty where no bucket is configured.</summary>
    /// <exception cref="Cloud.CloudException">It cannot be read now.</exception>
    public async Task<CopyRecord> KnownAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return facts is null || options.Facts is not { } wanted
            ? new CopyRecord([], [])
            : await new FactReader(facts, wanted).ReadAsync(plan.Installation, plan.Database, plan.Copy.Name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The account that a plan restores in.</summary>
    /// <exception cref="RefusedException">The configuration does not name it.</exception>
    public IRestoringAccount TargetOf(RestorePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.CopyBack is null ? vault : other ?? throw Refused(
            $"The plan restores in account {plan.Account}, and the configuration names no account but the vault's (RestoreDrill:Restore:Account).", "name the configuration that the plan was made with (--config), or make a new plan");
    }

    /// <summary>How a copy comes into the other account; null: none is configured, or it is a copy of route <c>rds-snapshot</c>, which cannot be shared, and is restored where it is.</summary>
    private async Task<PlannedCopyBack?> CopyBackAsync(CloudSnapshot copy, CancellationToken cancellationToken)
    {
        if (options is not { Restore.Account: { } account, Backup: { } backup } || other is null || !copy.IsRecoveryPoint)
        {
            return null;
        }

        return new PlannedCopyBack
        {
            FromVault = backup.VaultName,
            VaultArn = account.VaultArn,
            VaultName = account.BackupVault,
            KeyArn = (await new RestoreTarget(vault, other).FindVaultAsync(account.BackupVault, cancellationToken).ConfigureAwait(false))?.KeyArn,
            RoleArn = account.CopyRoleArn,
            RetentionDays = account.CopyRetentionDays,
        };
    }

    /// <summary>The plan's own instance; null: it is not there, or is somebody else's.</summary>
    private async Task<CloudInstance?> FindOwnAsync(RestorePlan plan, CancellationToken cancellationToken) =>
        await TargetOf(plan).FindAsync(plan.Order.Name, cancellationToken).ConfigureAwait(false) is { } there
            && RestoredOwnership.TagsOf(options.Installation, plan.Run).All(tag => there.Tags.GetValueOrDefault(tag.Key) == tag.Value) ? there : null;

    private RestoreOptions RequireTarget() => options.Restore ?? throw new RefusedException(
        ["The configuration does not say what an emergency restore is to make (RestoreDrill:Restore). Nothing was changed. See docs/configuration.md, Restore."]);

    private void RequireCopies(RestoreWish wish, IReadOnlyList<JudgedCopy> copies)
    {
        if (wish.Copy is { } named && !copies.Any(copy => copy.Snapshot.Name == named || copy.Snapshot.Arn == named))
        {
            throw Refused(
                $"The vault account {options.Vault.AccountId} has no available copy {named} of '{wish.Database}'.",
                copies.Count == 0 ? "runbooks/copy-missing.md" : $"there are: {string.Join(", ", copies.Take(10).Select(static copy => copy.Snapshot.Name))}");
        }

        if (copies.Count == 0)
        {
            throw Refused($"The vault account {options.Vault.AccountId} holds no available copy of '{wish.Database}'. RestoreDrill cannot delete a copy: if there was one, somebody did.", "runbooks/copy-missing.md");
        }

        if (wish is { Copy: null, Before: { } before } && !copies.Any(copy => copy.DataTime < before))
        {
            throw Refused(
                $"No copy of '{wish.Database}' has data from before {before.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.",
                $"the oldest is {copies[^1].Snapshot.Name}, of {copies[^1].DataTime?.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        }
    }

    private async Task RequireFreeNameAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        if (await TargetOf(plan).FindAsync(plan.Order.Name, cancellationToken).ConfigureAwait(false) is { } there)
        {
            throw Refused($"There is an instance {there.Name} in account {plan.Account} already ({there.Status}). An emergency restore overwrites nothing.", "plan with another name: --name");
        }
    }

    private static PlannedCopy CopyOf(JudgedCopy chosen, bool isNamed)
    {
        var (snapshot, report) = (chosen.Snapshot, chosen.Report);
        var made = CopyIdentity.MadeOf(chosen.Record);
        var problem = CopyFacts.TryRead(snapshot.Tags, out var tagged);

        // What lies in the bucket is locked, tags are not.
        var (carried, from) = made is not null && made != tagged ? (made, "the bucket of facts, since the copy's tags are lost or others") : (tagged, "the copy's tags");
        if (carried is null)
        {
            throw Refused(
                $"Nothing says what copy {snapshot.Name} was made of: {problem}, and the bucket of facts holds nothing of it. Which parameter group it needs, and by what it is verified, is not known.",
                "take another copy with --copy");
        }

        return new PlannedCopy
        {
            Name = snapshot.Name,
            Arn = snapshot.Arn,
            KeyArn = snapshot.KmsKeyArn,
            AllocatedStorage = snapshot.AllocatedStorage,
            Facts = carried,
            FactsFrom = from,
            Standing = report.Standing,
            Reason = report.Reason,
            Drill = report.Decisive?.Drill,
            DrilledAt = report.Decisive?.ConcludedAt,
            Level = report.Decisive?.Verdict.Level,
            Counts = report.Decisive?.Verdict.Counts,
            AgainstSource = report.Decisive?.Verdict.AgainstSource,
            Times = report.Decisive?.Times,
            Problems = [.. report.Problems.Select(static one => one.ToString()), .. report.Changes],
            IsNamed = isNamed,
        };
    }

    /// <summary>arn:aws:rds:region:account:snapshot:name</summary>
    private static string RegionOf(string arn) => arn.Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : "an unknown region";

    private static string Word(CopyStanding standing) => standing switch
    {
        CopyStanding.NotKnown => "not known to be right",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static RefusedException Refused(string problem, string next) => new([$"{problem} Nothing was changed."], safetyRule: true, next);
}
