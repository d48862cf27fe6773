using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>UpdateRecoveryPointLifecycle</c> answers.</summary>
public partial class UpdateRecoveryPointLifecycleResponse : AmazonWebServiceResponse
{
    public string BackupVaultArn { get; set; }

    public string RecoveryPointArn { get; set; }

    public Lifecycle Lifecycle { get; set; }

    public CalculatedLifecycle CalculatedLifecycle { get; set; }
}
