using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>UpdateRole</c> answers.</summary>
public partial class UpdateRoleResponse : AmazonWebServiceResponse
{
}
