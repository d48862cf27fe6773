using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>GetRecoveryPointRestoreMetadata</c> answers.</summary>
public partial class GetRecoveryPointRestoreMetadataResponse : AmazonWebServiceResponse
{
    public string BackupVaultArn { get; set; }

    public string RecoveryPointArn { get; set; }

    public Dictionary<string, string> RestoreMetadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string ResourceType { get; set; }
}
