using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>ListBackupVaults</c> answers.</summary>
public partial class ListBackupVaultsResponse : AmazonWebServiceResponse
{
    public List<BackupVaultListMember> BackupVaultList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
