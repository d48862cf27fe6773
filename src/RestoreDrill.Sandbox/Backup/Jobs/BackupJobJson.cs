using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Vaults;

namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>A backup job as AWS Backup answers it.</summary>
internal static class BackupJobJson
{
    public static Dictionary<string, object> Render(BackupCall call, BackupJob job)
    {
        var vault = call.State.Backup.Vaults.Find(candidate => candidate.Name == job.VaultName && candidate.Region == job.Region);
        return BackupJson.Object(
            ("AccountId", job.AccountId),
            ("BackupJobId", job.Id),
            ("BackupVaultName", job.VaultName),
            ("BackupVaultArn", new VaultArn(job.Region, job.AccountId, job.VaultName).ToString()),
            ("VaultType", VaultJson.Type),
            ("VaultLockState", vault is null ? null : VaultJson.LockState(vault)),
            ("RecoveryPointArn", job.RecoveryPointArn),
            ("RecoveryPointLifecycle", PointLifecycle.Render(job.Lifecycle)),
            ("EncryptionKeyArn", job.EncryptionKeyArn),
            ("IsEncrypted", job.RecoveryPointArn is null ? null : job.EncryptionKeyArn is not null),
            ("ResourceArn", job.ResourceArn),
            ("ResourceName", job.ResourceName),
            ("ResourceType", PointJson.ResourceType),
            ("CreationDate", job.CreatedAt),
            ("InitiationDate", job.InitiatedAt),
            ("CompletionDate", job.CompletedAt),
            ("StartBy", job.StartBy),
            ("State", job.State),
            ("StatusMessage", job.StatusMessage),
            ("PercentDone", job.State == JobState.Completed ? "100.0" : "0.0"),
            ("BackupSizeInBytes", 0),
            ("IamRoleArn", job.RoleArn),
            ("IsParent", false));
    }
}
