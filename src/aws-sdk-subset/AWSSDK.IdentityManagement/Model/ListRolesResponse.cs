using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>What <c>ListRoles</c> answers.</summary>
public partial class ListRolesResponse : AmazonWebServiceResponse
{
    public List<Role> Roles { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }
}
