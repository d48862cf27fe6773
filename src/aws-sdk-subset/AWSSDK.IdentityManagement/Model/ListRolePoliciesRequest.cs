namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>ListRolePolicies</c>.</summary>
public partial class ListRolePoliciesRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }
}
