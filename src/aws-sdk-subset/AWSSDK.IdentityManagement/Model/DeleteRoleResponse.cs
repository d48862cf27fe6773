using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>DeleteRole</c> answers.</summary>
public partial class DeleteRoleResponse : AmazonWebServiceResponse
{
}
