using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>UpdateRecoveryPointLifecycle</c>.</summary>
public partial class UpdateRecoveryPointLifecycleRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }

    [UriLabel("recoveryPointArn")]
    public string RecoveryPointArn { get; set; }

    public Lifecycle Lifecycle { get; set; }
}
