using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>ListCopyJobs</c> answers.</summary>
public partial class ListCopyJobsResponse : AmazonWebServiceResponse
{
    public List<CopyJob> CopyJobs { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
