using Amazon.Backup.Model;
using Amazon.KeyManagementService.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;

namespace RestoreDrill.Incident.Destruction;

/// <summary>What lies in the vault account and could be destroyed, by name, as its owners know it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Vault">The backup vault.</param>
/// <param name="PointArn">A copy in it.</param>
/// <param name="KeyArn">The copies' key.</param>
/// <param name="Role">The drill role.</param>
/// <param name="RolePolicy">The policy written in it.</param>
/// <param name="UnitId">The account's unit.</param>
/// <param name="RootId">The organisation's root.</param>
/// <param name="ControlPolicyId">The service control policy on the unit.</param>
internal sealed record VaultTargets(
    string Account, string Vault, string PointArn, string KeyArn, string Role, string RolePolicy, string UnitId, string RootId, string ControlPolicyId)
{
    public string Snapshot => PointArn[(PointArn.IndexOf(":snapshot:", StringComparison.Ordinal) + ":snapshot:".Length)..];

    public static async Task<VaultTargets> FindAsync(Hands vault, Hands management, string installation)
    {
        const string name = "restoredrill-copies";
        var account = (await vault.Sts.GetCallerIdentityAsync(new())).Account;
        var points = await vault.Backup.ListRecoveryPointsByBackupVaultAsync(new ListRecoveryPointsByBackupVaultRequest { BackupVaultName = name });
        var key = await vault.Kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = "alias/restoredrill" });
        var unit = (await management.Organizations.ListParentsAsync(new ListParentsRequest { ChildId = account })).Parents.Single().Id;
        var root = (await management.Organizations.ListRootsAsync(new ListRootsRequest())).Roots.Single().Id;
        var policies = await management.Organizations.ListPoliciesForTargetAsync(new ListPoliciesForTargetRequest { TargetId = unit, Filter = PolicyType.SERVICE_CONTROL_POLICY });
        return new VaultTargets(
            account, name, points.RecoveryPoints[0].RecoveryPointArn, key.KeyMetadata.Arn, "restoredrill-drill", $"restoredrill-drill-{installation}", unit, root,
            policies.Policies.Single(static policy => policy.Name == "restoredrill-vault").Id);
    }
}
