using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>GetPolicyVersion</c> answers.</summary>
public partial class GetPolicyVersionResponse : AmazonWebServiceResponse
{
    public PolicyVersion PolicyVersion { get; set; }
}
