using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>StartBackupJob</c>.</summary>
public partial class StartBackupJobRequest : AmazonBackupRequest
{
    public string BackupVaultName { get; set; }

    public string LogicallyAirGappedBackupVaultArn { get; set; }

    public string ResourceArn { get; set; }

    public string IamRoleArn { get; set; }

    /// <summary>One is made for each call that has none; retries of that call send the same.</summary>
    [IdempotencyToken]
    public string IdempotencyToken { get; set; }

    /// <summary>At least 60; 8 hours where it is left out.</summary>
    public long? StartWindowMinutes { get; set; }

    public long? CompleteWindowMinutes { get; set; }

    public Lifecycle Lifecycle { get; set; }

    public Dictionary<string, string> RecoveryPointTags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Dictionary<string, string> BackupOptions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public Index Index { get; set; }
}
