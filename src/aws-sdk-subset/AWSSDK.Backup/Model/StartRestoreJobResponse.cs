using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>StartRestoreJob</c> answers.</summary>
public partial class StartRestoreJobResponse : AmazonWebServiceResponse
{
    public string RestoreJobId { get; set; }
}
