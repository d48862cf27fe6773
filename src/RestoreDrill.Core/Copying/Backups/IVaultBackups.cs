using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Core.Copying.Backups;

/// <summary>AWS Backup in the vault account, to look at. Every member throws <see cref="CloudException"/> when AWS refuses or does not answer.</summary>
public interface IVaultBackups
{
    /// <summary>A backup vault of the account, or null if there is none of this name.</summary>
    Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken);

    /// <summary>A recovery point of a vault, or null if the vault has none of this ARN.</summary>
    Task<RecoveryPoint?> FindPointAsync(string vault, string pointArn, CancellationToken cancellationToken);
}
