using Amazon.Runtime;

namespace Amazon.Backup;

/// <summary>The base of all requests to AWS Backup.</summary>
public partial class AmazonBackupRequest : AmazonWebServiceRequest
{
}
