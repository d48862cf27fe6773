using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>PutBackupVaultLockConfiguration</c>.</summary>
public partial class PutBackupVaultLockConfigurationRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }

    /// <summary>Jobs with a shorter retention fail. At least 1.</summary>
    public long? MinRetentionDays { get; set; }

    /// <summary>Jobs with a longer retention, or with none, fail. At most 36500.</summary>
    public long? MaxRetentionDays { get; set; }

    /// <summary>
    /// From 3 to 36500. <b>Its presence is what makes the lock a compliance lock</b>: once these days are over nobody can change or remove it,
    /// AWS included.
    /// </summary>
    public long? ChangeableForDays { get; set; }
}
