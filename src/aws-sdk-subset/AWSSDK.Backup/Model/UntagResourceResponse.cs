using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>UntagResource</c> answers.</summary>
public partial class UntagResourceResponse : AmazonWebServiceResponse
{
}
