using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>ListPoliciesForTarget</c> answers.</summary>
public partial class ListPoliciesForTargetResponse : AmazonWebServiceResponse
{
    public List<PolicySummary> Policies { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
