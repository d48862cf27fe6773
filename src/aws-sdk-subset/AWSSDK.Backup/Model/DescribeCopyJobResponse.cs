using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>DescribeCopyJob</c> answers.</summary>
public partial class DescribeCopyJobResponse : AmazonWebServiceResponse
{
    public CopyJob CopyJob { get; set; }
}
