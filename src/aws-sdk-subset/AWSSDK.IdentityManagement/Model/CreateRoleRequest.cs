namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>CreateRole</c>.</summary>
public partial class CreateRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string Path { get; set; }

    public string RoleName { get; set; }

    /// <summary>JSON, as text and not URL-encoded.</summary>
    public string AssumeRolePolicyDocument { get; set; }

    public string Description { get; set; }

    /// <summary>In seconds, from 3600 to 43200.</summary>
    public int? MaxSessionDuration { get; set; }

    /// <summary>The ARN of a policy.</summary>
    public string PermissionsBoundary { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
