using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>CreatePolicy</c> answers.</summary>
public partial class CreatePolicyResponse : AmazonWebServiceResponse
{
    public Policy Policy { get; set; }
}
