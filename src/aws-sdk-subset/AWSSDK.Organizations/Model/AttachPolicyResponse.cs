using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>AttachPolicy</c> answers.</summary>
public partial class AttachPolicyResponse : AmazonWebServiceResponse
{
}
