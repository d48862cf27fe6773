using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>CreateRole</c> answers.</summary>
public partial class CreateRoleResponse : AmazonWebServiceResponse
{
    public Role Role { get; set; }
}
