namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>ListAttachedRolePolicies</c>.</summary>
public partial class ListAttachedRolePoliciesRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }

    public string PathPrefix { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }
}
