using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>DeleteBackupVaultLockConfiguration</c>.</summary>
public partial class DeleteBackupVaultLockConfigurationRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }
}
