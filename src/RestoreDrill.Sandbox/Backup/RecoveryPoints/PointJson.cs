using RestoreDrill.Sandbox.Backup.Vaults;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

/// <summary>A recovery point as AWS Backup answers it.</summary>
internal static class PointJson
{
    /// <summary>The one type of resource that can be backed up here.</summary>
    public const string ResourceType = "RDS";

    public static Dictionary<string, object> Render(RecoveryPoint point) => BackupJson.Object(
        ("RecoveryPointArn", point.Arn),
        ("BackupVaultName", point.VaultName),
        ("BackupVaultArn", new VaultArn(point.Region, point.AccountId, point.VaultName).ToString()),
        ("SourceBackupVaultArn", point.SourceVaultArn),
        ("ResourceArn", point.ResourceArn),
        ("ResourceType", ResourceType),
        ("ResourceName", point.ResourceName),
        ("IamRoleArn", point.RoleArn),
        ("Status", point.Status),
        ("StatusMessage", point.StatusMessage),
        ("CreationDate", point.CreatedAt),
        ("InitiationDate", point.InitiatedAt),
        ("CompletionDate", point.CompletedAt),
        // "An Amazon RDS instance will show as 0" (API reference, DescribeBackupJob).
        ("BackupSizeInBytes", 0),
        ("CalculatedLifecycle", Calculated(point)),
        ("Lifecycle", PointLifecycle.Render(point.Lifecycle)),
        ("EncryptionKeyArn", point.EncryptionKeyArn),
        ("IsEncrypted", point.EncryptionKeyArn is not null),
        ("StorageClass", "WARM"),
        ("IsParent", false),
        ("VaultType", VaultJson.Type));

    public static Dictionary<string, object>? Calculated(RecoveryPoint point) =>
        point.DeleteAt is { } time ? BackupJson.Object(("DeleteAt", time)) : null;
}
