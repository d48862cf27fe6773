using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>AttachRolePolicy</c> answers.</summary>
public partial class AttachRolePolicyResponse : AmazonWebServiceResponse
{
}
