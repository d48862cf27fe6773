using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>DescribeRecoveryPoint</c>.</summary>
public partial class DescribeRecoveryPointRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }

    [UriLabel("recoveryPointArn")]
    public string RecoveryPointArn { get; set; }

    [QueryString("backupVaultAccountId")]
    public string BackupVaultAccountId { get; set; }
}
