using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>RemoveTagsFromResource</c> answers.</summary>
public partial class RemoveTagsFromResourceResponse : AmazonWebServiceResponse
{
}
