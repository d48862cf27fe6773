using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>PutRolePolicy</c> answers.</summary>
public partial class PutRolePolicyResponse : AmazonWebServiceResponse
{
}
