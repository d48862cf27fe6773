using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>CreateLegalHold</c>.</summary>
public partial class CreateLegalHoldRequest : AmazonBackupRequest
{
    public string Title { get; set; }

    public string Description { get; set; }

    /// <summary>One is made for each call that has none; retries of that call send the same.</summary>
    [IdempotencyToken]
    public string IdempotencyToken { get; set; }

    public RecoveryPointSelection RecoveryPointSelection { get; set; }

    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
