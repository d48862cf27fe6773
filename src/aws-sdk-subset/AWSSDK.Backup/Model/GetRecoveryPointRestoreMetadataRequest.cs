using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>GetRecoveryPointRestoreMetadata</c>.</summary>
public partial class GetRecoveryPointRestoreMetadataRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }

    [UriLabel("recoveryPointArn")]
    public string RecoveryPointArn { get; set; }

    [QueryString("backupVaultAccountId")]
    public string BackupVaultAccountId { get; set; }
}
