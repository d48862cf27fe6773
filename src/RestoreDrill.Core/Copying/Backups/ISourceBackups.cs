using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Core.Copying.Backups;

/// <summary>
/// AWS Backup in the source account: backup jobs, and copy jobs into the vault account. Every member throws <see cref="CloudException"/> when AWS refuses or
/// does not answer. No recovery point can be deleted through it, nor one's end be changed.
/// </summary>
public interface ISourceBackups : ICopyJobs
{
    /// <summary>A backup vault of the account, or null if there is none of this name.</summary>
    Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken);

    /// <summary>Asks for a backup job.</summary>
    /// <returns>The job's id: that of the first call, if the order was sent before with its token.</returns>
    Task<string> StartBackupAsync(BackupOrder order, CancellationToken cancellationToken);

    /// <summary>The job, or null if the account has none of this id.</summary>
    Task<BackupJob?> FindBackupJobAsync(string job, CancellationToken cancellationToken);
}
