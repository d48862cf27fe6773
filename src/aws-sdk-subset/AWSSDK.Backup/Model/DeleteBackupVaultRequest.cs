using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>DeleteBackupVault</c>.</summary>
public partial class DeleteBackupVaultRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }
}
