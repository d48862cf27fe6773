namespace Amazon.IdentityManagement.Model;

/// <summary>The parameters of <c>GetPolicyVersion</c>.</summary>
public partial class GetPolicyVersionRequest : AmazonIdentityManagementServiceRequest
{
    public string PolicyArn { get; set; }

    public string VersionId { get; set; }
}
