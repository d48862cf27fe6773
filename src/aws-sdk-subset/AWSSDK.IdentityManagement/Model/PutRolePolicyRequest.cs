namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>PutRolePolicy</c>.</summary>
public partial class PutRolePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string RoleName { get; set; }

    public string PolicyName { get; set; }

    /// <summary>JSON, as text and not URL-encoded.</summary>
    public string PolicyDocument { get; set; }
}
