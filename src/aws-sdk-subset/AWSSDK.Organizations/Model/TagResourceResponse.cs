using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>TagResource</c> answers.</summary>
public partial class TagResourceResponse : AmazonWebServiceResponse
{
}
