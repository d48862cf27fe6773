namespace Amazon.IdentityManagement.Model;

/// <summary>The policy that limits what a role may be given.</summary>
public partial class AttachedPermissionsBoundary
{
    public PermissionsBoundaryAttachmentType PermissionsBoundaryType { get; set; }

    public string PermissionsBoundaryArn { get; set; }
}
