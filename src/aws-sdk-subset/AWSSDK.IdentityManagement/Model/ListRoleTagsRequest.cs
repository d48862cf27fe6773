namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>ListRoleTags</c>.</summary>
public partial class ListRoleTagsRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }
}
