using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Refusals;

namespace RestoreDrill.Core.Restoring;

/// <summary>Looks whether the accounts are ready for an emergency restore. Changes nothing.</summary>
/// <param name="vault">The vault account, where the copy is.</param>
/// <param name="target">The account that is restored in: that one, or another.</param>
internal sealed class RestoreTarget(IRestoringAccount vault, IRestoringAccount target)
{
    private readonly TargetLook _look = new(target);

    /// <summary>Looks that both roles are where the configuration and the plan say.</summary>
    /// <exception cref="RefusedException">One is elsewhere.</exception>
    public static async Task RequireAccountsAsync(InstallationOptions options, IRestoringAccount vault, IRestoringAccount target, string account, CancellationToken cancellationToken)
    {
        AccountRules.Require(options, source: null, await vault.IdentifyAsync(cancellationToken).ConfigureAwait(false));
        if (!ReferenceEquals(vault, target) && await target.IdentifyAsync(cancellationToken).ConfigureAwait(false) is { } other && other.AccountId != account)
        {
            throw new RefusedException(
                [$"The role of the account that is restored in is {other.Arn}, in account {other.AccountId}; planned is {account} (RestoreDrill:Restore:Account). Nothing was changed."], safetyRule: true);
        }
    }

    /// <summary>Everything that is missing; empty: nothing that can be seen. Security groups are not RDS's to show: a missing one is told by the restore call itself.</summary>
    public async Task<IReadOnlyList<TargetProblem>> MissingAsync(RestorePlan plan, CancellationToken cancellationToken)
    {
        var (order, facts) = (plan.Order, plan.Copy.Facts);
        var key = await new TargetLook(vault).KeyAsync(plan.Copy.Name, plan.Copy.KeyArn, cancellationToken).ConfigureAwait(false);
        return
        [
            .. key is null ? Array.Empty<TargetProblem>() : [new TargetProblem(key)],
            .. plan.CopyBack is { } back ? await WayAsync(plan, back, cancellationToken).ConfigureAwait(false) : [],
            .. await _look.QuietGroupAsync(order.ParameterGroup, facts, cancellationToken).ConfigureAwait(false),
            .. await _look.FinalGroupAsync(plan.FinalParameterGroup, facts, cancellationToken).ConfigureAwait(false),
            .. await _look.SubnetGroupAsync(order.SubnetGroup, cancellationToken).ConfigureAwait(false),
        ];
    }

    /// <summary>The backup vault that copies come into; null where there is none of the name, or it cannot be looked at, which AWS does not tell apart.</summary>
    public async Task<BackupVault?> FindVaultAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await target.FindVaultAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudException e) when (e.Fault == CloudFault.AccessDenied)
        {
            return null;
        }
    }

    /// <summary>What keeps the copy from coming into the other account: the vault there, that vault's key, and the vault account's key, which the other account has to be let use.</summary>
    private async Task<IReadOnlyList<TargetProblem>> WayAsync(RestorePlan plan, PlannedCopyBack back, CancellationToken cancellationToken)
    {
        var problems = new List<TargetProblem>();
        if (await FindVaultAsync(back.VaultName, cancellationToken).ConfigureAwait(false) is not { } there)
        {
            problems.Add(new TargetProblem(
                $"there is no backup vault {back.VaultName} in account {plan.Account}, or the role may not look at it. It has to be under a customer managed key, here KEY, and its access policy is docs/iam/target-vault.json",
                $"aws backup create-backup-vault --backup-vault-name {back.VaultName} --encryption-key-arn KEY && aws backup put-backup-vault-access-policy --backup-vault-name {back.VaultName} --policy file://target-vault.json"));
        }
        else
        {
            if (!there.Admits(back.RetentionDays))
            {
                problems.Add(new TargetProblem($"the lock of backup vault {there.Name} in account {plan.Account} takes {there.RangeWords}, RestoreDrill:Restore:Account:CopyRetentionDays is {back.RetentionDays}"));
            }

            if (there.KeyArn is { } used)
            {
                problems.AddRange(await KeyOfVaultAsync(there.Name, used, cancellationToken).ConfigureAwait(false));
            }
        }

        if (plan.Copy.KeyArn is { } key && await MayNotUseAsync(key, cancellationToken).ConfigureAwait(false) is { } refused)
        {
            problems.Add(new TargetProblem(
                $"account {plan.Account} may not use {key}, the key that the copy is under, so that AWS Backup cannot copy it there: {refused} "
                + "Whoever has the management account's credentials lets it; where the service control policy is attached, it has to be detached before, and attached again afterwards",
                "restoredrill isolation apply"));
        }

        return problems;
    }

    private async Task<IReadOnlyList<TargetProblem>> KeyOfVaultAsync(string name, string used, CancellationToken cancellationToken)
    {
        var key = await target.DescribeKeyAsync(used, cancellationToken).ConfigureAwait(false);
        return key.AwsManaged
            ? [new TargetProblem($"backup vault {name} is under {key.Arn}, a key of AWS's own, into which AWS Backup copies no instance of another account: name another vault (RestoreDrill:Restore:Account:BackupVault), a vault keeps its key")]
            : KeyProblem.OfState(key) is { } problem ? [new TargetProblem($"the key of backup vault {name}, {key.Arn}, {problem.Words}. {problem.Next}")] : [];
    }

    /// <summary>What KMS answers where the other account may not as much as look at the key of the copies; null: it may.</summary>
    private async Task<string?> MayNotUseAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await target.DescribeKeyAsync(key, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (CloudException e) when (e.Fault is CloudFault.AccessDenied or CloudFault.NotFound or CloudFault.KeyNotAccessible)
        {
            return e.Answer.Trim();
        }
    }
}
