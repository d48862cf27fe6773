using Amazon.Backup.Model;
using Amazon.KeyManagementService.Model;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.S3.Model;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.Incident.Destruction;

/// <summary>What lies in the vault account and could be destroyed, by name, as its owners know it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Vault">The backup vault.</param>
/// <param name="PointArn">A copy in it.</param>
/// <param name="LegalHoldId">A legal hold on the copies.</param>
/// <param name="KeyArn">The copies' key.</param>
/// <param name="Bucket">The bucket of facts.</param>
/// <param name="FactKey">A verdict in it.</param>
/// <param name="FactVersion">Its version.</param>
/// <param name="Role">The drill role.</param>
/// <param name="RolePolicy">The policy written in it.</param>
/// <param name="UnitId">The account's unit.</param>
/// <param name="RootId">The organisation's root.</param>
/// <param name="ControlPolicyId">The service control policy on the unit.</param>
internal sealed record VaultTargets(
    string Account,
    string Vault,
    string PointArn,
    string LegalHoldId,
    string KeyArn,
    string Bucket,
    string FactKey,
    string FactVersion,
    string Role,
    string RolePolicy,
    string UnitId,
    string RootId,
    string ControlPolicyId)
{
    /// <summary>What the copies' key is called in its account.</summary>
    public const string KeyAlias = "alias/restoredrill";

    public string Snapshot => PointArn[(PointArn.IndexOf(":snapshot:", StringComparison.Ordinal) + ":snapshot:".Length)..];

    /// <summary>Finds them, and puts the one there that RestoreDrill does not make: a legal hold.</summary>
    public static async Task<VaultTargets> PrepareAsync(Hands vault, Hands management, string installation)
    {
        const string name = "restoredrill-copies";
        var hold = await vault.Backup.CreateLegalHoldAsync(new CreateLegalHoldRequest
        {
            Title = "the last good copies", Description = "kept for the investigation", RecoveryPointSelection = new RecoveryPointSelection { VaultNames = [name] },
        });
        var account = (await vault.Sts.GetCallerIdentityAsync(new())).Account;
        var points = await vault.Backup.ListRecoveryPointsByBackupVaultAsync(new ListRecoveryPointsByBackupVaultRequest { BackupVaultName = name });
        var key = await vault.Kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = KeyAlias });
        var facts = await vault.S3.ListVersionsAsync(new ListVersionsRequest { BucketName = Workbench.FactBucket, Prefix = $"{installation}/" });
        var verdict = facts.Versions.First(static version => version.Key.Contains("/verdict/", StringComparison.Ordinal));
        var unit = (await management.Organizations.ListParentsAsync(new ListParentsRequest { ChildId = account })).Parents.Single().Id;
        var root = (await management.Organizations.ListRootsAsync(new ListRootsRequest())).Roots.Single().Id;
        var policies = await management.Organizations.ListPoliciesForTargetAsync(new ListPoliciesForTargetRequest { TargetId = unit, Filter = PolicyType.SERVICE_CONTROL_POLICY });
        return new VaultTargets(
            account, name, points.RecoveryPoints[0].RecoveryPointArn, hold.LegalHoldId, key.KeyMetadata.Arn, Workbench.FactBucket, verdict.Key, verdict.VersionId, "restoredrill-drill",
            $"restoredrill-drill-{installation}", unit, root,
            policies.Policies.Single(static policy => policy.Name == "restoredrill-vault").Id);
    }
}
