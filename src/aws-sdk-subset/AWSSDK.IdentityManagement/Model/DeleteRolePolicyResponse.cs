using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>DeleteRolePolicy</c> answers.</summary>
public partial class DeleteRolePolicyResponse : AmazonWebServiceResponse
{
}
