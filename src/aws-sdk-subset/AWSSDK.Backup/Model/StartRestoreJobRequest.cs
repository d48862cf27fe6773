using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>StartRestoreJob</c>.</summary>
public partial class StartRestoreJobRequest : AmazonBackupRequest
{
    public string RecoveryPointArn { get; set; }

    /// <summary>The settings of what is restored; for RDS the parameters of its own restore call, by their names.</summary>
    public Dictionary<string, string> Metadata { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string IamRoleArn { get; set; }

    /// <summary>One is made for each call that has none; retries of that call send the same.</summary>
    [IdempotencyToken]
    public string IdempotencyToken { get; set; }

    public string ResourceType { get; set; }

    public bool? CopySourceTagsToRestoredResource { get; set; }
}
