namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>UpdateAssumeRolePolicy</c>.</summary>
public partial class UpdateAssumeRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }

    /// <summary>JSON, as text and not URL-encoded.</summary>
    public string PolicyDocument { get; set; }
}
