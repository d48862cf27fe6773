using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>GetPolicy</c> answers.</summary>
public partial class GetPolicyResponse : AmazonWebServiceResponse
{
    public ManagedPolicy Policy { get; set; }
}
