namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>AttachRolePolicy</c>.</summary>
public partial class AttachRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }

    public string PolicyArn { get; set; }
}
