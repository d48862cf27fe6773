using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>UpdatePolicy</c> answers.</summary>
public partial class UpdatePolicyResponse : AmazonWebServiceResponse
{
    public Policy Policy { get; set; }
}
