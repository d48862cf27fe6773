using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Vaults;

namespace RestoreDrill.Sandbox.Backup.Copies;

/// <summary>A copy job as AWS Backup answers it.</summary>
internal static class CopyJobJson
{
    public static Dictionary<string, object> Render(CopyJob job) => BackupJson.Object(
        ("AccountId", job.AccountId),
        ("CopyJobId", job.Id),
        ("SourceBackupVaultArn", job.SourceVaultArn),
        ("SourceRecoveryPointArn", job.SourcePointArn),
        ("DestinationBackupVaultArn", job.DestinationVaultArn),
        ("DestinationVaultType", job.DestinationLockState is null ? null : VaultJson.Type),
        ("DestinationVaultLockState", job.DestinationLockState),
        ("DestinationRecoveryPointArn", job.DestinationPointArn),
        ("DestinationEncryptionKeyArn", job.DestinationKeyArn),
        ("DestinationRecoveryPointLifecycle", PointLifecycle.Render(job.DestinationLifecycle)),
        ("ResourceArn", job.ResourceArn),
        ("ResourceName", job.ResourceName),
        ("ResourceType", PointJson.ResourceType),
        ("CreationDate", job.CreatedAt),
        ("CompletionDate", job.CompletedAt),
        ("State", job.State),
        ("StatusMessage", job.StatusMessage),
        ("BackupSizeInBytes", 0),
        ("IamRoleArn", job.RoleArn),
        ("IsParent", false));
}
