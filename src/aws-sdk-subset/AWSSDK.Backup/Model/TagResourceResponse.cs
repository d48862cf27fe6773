using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>TagResource</c> answers.</summary>
public partial class TagResourceResponse : AmazonWebServiceResponse
{
}
