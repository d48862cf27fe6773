using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>StartCopyJob</c> answers.</summary>
public partial class StartCopyJobResponse : AmazonWebServiceResponse
{
    public string CopyJobId { get; set; }

    public DateTime? CreationDate { get; set; }

    public bool? IsParent { get; set; }
}
