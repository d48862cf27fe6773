using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>DeleteBackupVaultAccessPolicy</c>.</summary>
public partial class DeleteBackupVaultAccessPolicyRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }
}
