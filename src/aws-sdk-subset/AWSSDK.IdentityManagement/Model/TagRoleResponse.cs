using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>TagRole</c> answers.</summary>
public partial class TagRoleResponse : AmazonWebServiceResponse
{
}
