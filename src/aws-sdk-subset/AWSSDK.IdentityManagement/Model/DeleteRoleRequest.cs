namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>DeleteRole</c>.</summary>
public partial class DeleteRoleRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }
}
