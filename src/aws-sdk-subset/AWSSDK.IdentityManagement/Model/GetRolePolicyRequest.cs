namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>GetRolePolicy</c>.</summary>
public partial class GetRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }

    public string PolicyName { get; set; }
}
