using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>DetachPolicy</c> answers.</summary>
public partial class DetachPolicyResponse : AmazonWebServiceResponse
{
}
