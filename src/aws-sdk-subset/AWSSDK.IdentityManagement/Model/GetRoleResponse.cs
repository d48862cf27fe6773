using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>GetRole</c> answers.</summary>
public partial class GetRoleResponse : AmazonWebServiceResponse
{
    public Role Role { get; set; }
}
