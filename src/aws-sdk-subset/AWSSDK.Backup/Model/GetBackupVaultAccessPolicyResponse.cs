using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>GetBackupVaultAccessPolicy</c> answers.</summary>
public partial class GetBackupVaultAccessPolicyResponse : AmazonWebServiceResponse
{
    public string BackupVaultName { get; set; }

    public string BackupVaultArn { get; set; }

    /// <summary>JSON, as text.</summary>
    public string Policy { get; set; }
}
