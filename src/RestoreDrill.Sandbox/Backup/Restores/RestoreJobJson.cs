using RestoreDrill.Sandbox.Backup.RecoveryPoints;

namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>A restore job as AWS Backup answers it.</summary>
internal static class RestoreJobJson
{
    public static Dictionary<string, object> Render(RestoreJob job) => BackupJson.Object(
        ("AccountId", job.AccountId),
        ("RestoreJobId", job.Id),
        ("RecoveryPointArn", job.RecoveryPointArn),
        ("RecoveryPointCreationDate", job.RecoveryPointCreatedAt),
        ("BackupVaultArn", job.VaultArn),
        ("SourceResourceArn", job.SourceResourceArn),
        ("CreatedResourceArn", job.CreatedResourceArn),
        ("ResourceType", PointJson.ResourceType),
        ("CreationDate", job.CreatedAt),
        ("CompletionDate", job.CompletedAt),
        ("Status", job.Status),
        ("StatusMessage", job.StatusMessage),
        ("PercentDone", job.Status == RestoreJobStatus.Completed ? "100.00%" : "0.00%"),
        ("BackupSizeInBytes", 0),
        ("IamRoleArn", job.RoleArn),
        ("ValidationStatus", job.ValidationStatus),
        ("ValidationStatusMessage", job.ValidationStatusMessage),
        ("IsParent", false));
}
