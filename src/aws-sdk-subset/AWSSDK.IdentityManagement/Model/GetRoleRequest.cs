namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>GetRole</c>.</summary>
public partial class GetRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }
}
