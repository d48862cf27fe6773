namespace Amazon.IdentityManagement.Model;

/// <summary>A role.</summary>
public partial class Role
{
    public string Path { get; set; }

    public string RoleName { get; set; }

    public string RoleId { get; set; }

    public string Arn { get; set; }

    public DateTime? CreateDate { get; set; }

    /// <summary>JSON, URL-encoded as IAM sends it (RFC 3986); the official package leaves it so too.</summary>
    public string AssumeRolePolicyDocument { get; set; }

    public string Description { get; set; }

    /// <summary>In seconds.</summary>
    public int? MaxSessionDuration { get; set; }

    public AttachedPermissionsBoundary PermissionsBoundary { get; set; }

    /// <summary>Lists leave them out; ask <c>GetRole</c>.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Lists leave it out; ask <c>GetRole</c>.</summary>
    public RoleLastUsed RoleLastUsed { get; set; }
}
