using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>What a lock forbids.</summary>
internal static class VaultLocks
{
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
