using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>DetachRolePolicy</c> answers.</summary>
public partial class DetachRolePolicyResponse : AmazonWebServiceResponse
{
}
