using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>DeleteRecoveryPoint</c>.</summary>
public partial class DeleteRecoveryPointRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }

    [UriLabel("recoveryPointArn")]
    public string RecoveryPointArn { get; set; }
}
