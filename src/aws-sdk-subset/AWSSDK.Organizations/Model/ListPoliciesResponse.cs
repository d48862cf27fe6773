using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>ListPolicies</c> answers.</summary>
public partial class ListPoliciesResponse : AmazonWebServiceResponse
{
    public List<PolicySummary> Policies { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
