using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>ListAttachedRolePolicies</c> answers.</summary>
public partial class ListAttachedRolePoliciesResponse : AmazonWebServiceResponse
{
    public List<AttachedPolicyType> AttachedPolicies { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }
}
