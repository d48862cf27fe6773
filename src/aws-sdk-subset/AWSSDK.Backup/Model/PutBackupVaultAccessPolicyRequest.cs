using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>PutBackupVaultAccessPolicy</c>.</summary>
public partial class PutBackupVaultAccessPolicyRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }

    /// <summary>JSON, as text.</summary>
    public string Policy { get; set; }
}
