using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>ListRolePolicies</c> answers.</summary>
public partial class ListRolePoliciesResponse : AmazonWebServiceResponse
{
    public List<string> PolicyNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }
}
