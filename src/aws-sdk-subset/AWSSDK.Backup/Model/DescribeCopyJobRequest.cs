using Amazon.Wire;

namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>DescribeCopyJob</c>.</summary>
public partial class DescribeCopyJobRequest : AmazonBackupRequest
{
    [UriLabel("copyJobId")]
    public string CopyJobId { get; set; }
}
