using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>CreateBackupVault</c>.</summary>
public partial class CreateBackupVaultRequest : AmazonBackupRequest
{
    [UriLabel("backupVaultName")]
    public string BackupVaultName { get; set; }

    public Dictionary<string, string> BackupVaultTags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string EncryptionKeyArn { get; set; }

    /// <summary>One is made for each call that has none; retries of that call send the same.</summary>
    [IdempotencyToken]
    public string CreatorRequestId { get; set; }
}
