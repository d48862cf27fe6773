using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>DescribeRestoreJob</c>.</summary>
public partial class DescribeRestoreJobRequest : AmazonBackupRequest
{
    [UriLabel("restoreJobId")]
    public string RestoreJobId { get; set; }
}
