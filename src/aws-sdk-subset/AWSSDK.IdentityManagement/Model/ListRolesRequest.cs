namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>ListRoles</c>.</summary>
public partial class ListRolesRequest : AmazonIdentityManagementServiceRequest
{
    public string PathPrefix { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }
}
