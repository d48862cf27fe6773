using Amazon.Backup.Model;
using Amazon.IdentityManagement.Model;
using Amazon.KeyManagementService.Model;
using Amazon.RDS.Model;

namespace RestoreDrill.Incident.Destruction;

/// <summary>
/// What <c>terraform destroy</c> does to production, with <c>force_destroy</c> and no final snapshot, and what aws-nuke does after it (its resources RDSInstance,
/// RDSSnapshot, BackupRecoveryPoint, BackupVaultAccessPolicy, BackupVault, KMSKey, IAMRole).
/// </summary>
internal static class SourceDestruction
{
    private const string Staging = "restoredrill-staging";

    public static IReadOnlyList<DestructiveAction> Of(string instance, string snapshot, string installation) =>
    [
        new("rds:ModifyDBInstance", "deletion protection off", hands => hands.Rds.ModifyDBInstanceAsync(
            new ModifyDBInstanceRequest { DBInstanceIdentifier = instance, DeletionProtection = false, ApplyImmediately = true })),
        new("rds:DeleteDBInstance", $"{instance}, no final snapshot, automated backups too", hands => hands.Rds.DeleteDBInstanceAsync(
            new DeleteDBInstanceRequest { DBInstanceIdentifier = instance, SkipFinalSnapshot = true, DeleteAutomatedBackups = true })),
        new("rds:DeleteDBSnapshot", $"manual snapshot {snapshot}", hands => hands.Rds.DeleteDBSnapshotAsync(new DeleteDBSnapshotRequest { DBSnapshotIdentifier = snapshot })),
        new("backup:PutBackupVaultAccessPolicy", $"{Staging}, everything allowed", hands => hands.Backup.PutBackupVaultAccessPolicyAsync(new PutBackupVaultAccessPolicyRequest
        {
            BackupVaultName = Staging, Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"backup:*","Resource":"*"}]}""",
        })),
        new("backup:DeleteRecoveryPoint", $"every recovery point in {Staging}", DeletePointsAsync),
        new("backup:DeleteBackupVault", Staging, hands => hands.Backup.DeleteBackupVaultAsync(new DeleteBackupVaultRequest { BackupVaultName = Staging })),
        new("kms:ScheduleKeyDeletion", "production's key, in 7 days", ScheduleDeletionAsync),
        new("iam:DeleteRolePolicy", "restoredrill-source's policy", hands => hands.Iam.DeleteRolePolicyAsync(
            new DeleteRolePolicyRequest { RoleName = "restoredrill-source", PolicyName = $"restoredrill-source-{installation}" })),
        new("iam:DeleteRole", "restoredrill-source", hands => hands.Iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "restoredrill-source" })),
    ];

    /// <summary>Nothing keeps an account's administrator from taking it out of the organisation, unless a service control policy on it does.</summary>
    public static DestructiveAction Leave { get; } = new(
        "organizations:LeaveOrganization", "with the source account, the organisation", hands => hands.Organizations.LeaveOrganizationAsync(new Amazon.Organizations.Model.LeaveOrganizationRequest()));

    /// <summary>What of production is left; empty: nothing.</summary>
    public static async Task<IReadOnlyList<string>> LeftAsync(Hands source)
    {
        var left = new List<string>();
        left.AddRange(((await source.Rds.DescribeDBInstancesAsync(new DescribeDBInstancesRequest())).DBInstances ?? []).Select(static one => $"instance {one.DBInstanceIdentifier} ({one.DBInstanceStatus})"));
        left.AddRange(((await source.Rds.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest())).DBSnapshots ?? []).Select(static one => $"snapshot {one.DBSnapshotIdentifier}"));
        left.AddRange(((await source.Rds.DescribeDBInstanceAutomatedBackupsAsync(new DescribeDBInstanceAutomatedBackupsRequest())).DBInstanceAutomatedBackups ?? [])
            .Select(static one => $"automated backups of {one.DBInstanceIdentifier}"));
        left.AddRange(((await source.Backup.ListBackupVaultsAsync(new ListBackupVaultsRequest())).BackupVaultList ?? []).Select(static one => $"backup vault {one.BackupVaultName}"));
        return left;
    }

    private static async Task ScheduleDeletionAsync(Hands hands)
    {
        // An alias is refused here.
        var key = await hands.Kms.DescribeKeyAsync(new DescribeKeyRequest { KeyId = "alias/restoredrill" });
        await hands.Kms.ScheduleKeyDeletionAsync(new ScheduleKeyDeletionRequest { KeyId = key.KeyMetadata.KeyId, PendingWindowInDays = 7 });
    }

    private static async Task DeletePointsAsync(Hands hands)
    {
        var points = await hands.Backup.ListRecoveryPointsByBackupVaultAsync(new ListRecoveryPointsByBackupVaultRequest { BackupVaultName = Staging });
        foreach (var point in points.RecoveryPoints ?? [])
        {
            await hands.Backup.DeleteRecoveryPointAsync(new DeleteRecoveryPointRequest { BackupVaultName = Staging, RecoveryPointArn = point.RecoveryPointArn });
        }
    }
}
