using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>CancelLegalHold</c> answers.</summary>
public partial class CancelLegalHoldResponse : AmazonWebServiceResponse
{
}
