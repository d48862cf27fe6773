using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>
/// What a lock forbids: "preventing attempts to delete any recovery point stored in or created in a backup vault. Vault Lock also prevents attempts to update
/// the lifecycle policy that controls the retention period of any recovery point currently stored" (API reference, PutBackupVaultLockConfiguration). It holds in both modes and
/// from the beginning. Which code AWS answers is not settled: here it is InvalidRequestException, with a text that is not AWS's.
/// </summary>
internal static class VaultLocks
{
    /// <exception cref="AwsError">InvalidRequestException: the point's retention is not over.</exception>
    public static void RefuseDeletion(BackupVault vault, RecoveryPoint point, DateTimeOffset now)
    {
        if (vault.Lock is not null && !(point.DeleteAt <= now))
        {
            throw BackupError.InvalidRequest($"The recovery point {point.Arn} cannot be deleted: the backup vault {vault.Name} is locked, and its retention is not over.");
        }
    }

    /// <exception cref="AwsError">InvalidRequestException.</exception>
    public static void RefuseLifecycleChange(BackupVault vault)
    {
        if (vault.Lock is not null)
        {
            throw BackupError.InvalidRequest($"The lifecycle of a recovery point cannot be changed: the backup vault {vault.Name} is locked.");
        }
    }

    /// <summary>"If the Vault Lock configuration is immutable ... you will receive an InvalidRequestException" (API reference); the text is not AWS's.</summary>
    /// <exception cref="AwsError">InvalidRequestException.</exception>
    public static void RefuseImmutable(BackupVault vault, DateTimeOffset now)
    {
        if (vault.Lock?.IsImmutable(now) == true)
        {
            throw BackupError.InvalidRequest(
                $"The lock of the backup vault {vault.Name} has been immutable since {QueryXml.Time(vault.Lock.LockDate!.Value)}: it can be neither changed nor deleted.");
        }
    }
}
