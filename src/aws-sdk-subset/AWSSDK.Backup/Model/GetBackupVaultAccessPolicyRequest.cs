using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>GetBackupVaultAccessPolicy</c>.</summary>
public partial class GetBackupVaultAccessPolicyRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }
}
