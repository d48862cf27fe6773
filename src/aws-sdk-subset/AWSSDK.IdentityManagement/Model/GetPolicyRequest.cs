namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>GetPolicy</c>.</summary>
public partial class GetPolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string PolicyArn { get; set; }
}
