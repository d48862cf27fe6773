using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>ListRecoveryPointsByBackupVault</c> answers.</summary>
public partial class ListRecoveryPointsByBackupVaultResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<RecoveryPointByBackupVault> RecoveryPoints { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
