namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>DeleteRolePolicy</c>.</summary>
public partial class DeleteRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }

    public string PolicyName { get; set; }
}
