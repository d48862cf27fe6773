namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>TagRole</c>.</summary>
public partial class TagRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
