using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>DescribeBackupVault</c>.</summary>
public partial class DescribeBackupVaultRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }

    [QueryString("backupVaultAccountId")]
    public string BackupVaultAccountId { get; set; }
}
