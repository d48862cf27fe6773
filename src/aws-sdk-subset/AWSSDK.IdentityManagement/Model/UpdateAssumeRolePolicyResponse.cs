using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>UpdateAssumeRolePolicy</c> answers.</summary>
public partial class UpdateAssumeRolePolicyResponse : AmazonWebServiceResponse
{
}
