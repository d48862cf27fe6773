using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>DisassociateRecoveryPoint</c>.</summary>
public partial class DisassociateRecoveryPointRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }

    [UriLabel("recoveryPointArn")]
    public string RecoveryPointArn { get; set; }
}
