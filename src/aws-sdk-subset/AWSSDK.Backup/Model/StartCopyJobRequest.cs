using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>StartCopyJob</c>.</summary>
public partial class StartCopyJobRequest : AmazonBackupRequest
{
    public string RecoveryPointArn { get; set; }

    public string SourceBackupVaultName { get; set; }

    public string DestinationBackupVaultArn { get; set; }

    public string IamRoleArn { get; set; }

    /// <summary>One is made for each call that has none; retries of that call send the same.</summary>
    [IdempotencyToken]
    public string IdempotencyToken { get; set; }

    public Lifecycle Lifecycle { get; set; }
}
