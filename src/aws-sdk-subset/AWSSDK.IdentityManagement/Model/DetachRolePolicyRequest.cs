namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>DetachRolePolicy</c>.</summary>
public partial class DetachRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }

    public string PolicyArn { get; set; }
}
