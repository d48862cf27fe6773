using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>PutResourcePolicy</c> answers.</summary>
public partial class PutResourcePolicyResponse : AmazonWebServiceResponse
{
    public ResourcePolicy ResourcePolicy { get; set; }
}
