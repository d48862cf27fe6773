using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>AddTagsToResource</c> answers.</summary>
public partial class AddTagsToResourceResponse : AmazonWebServiceResponse
{
}
