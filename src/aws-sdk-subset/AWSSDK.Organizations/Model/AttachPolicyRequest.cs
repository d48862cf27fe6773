namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>AttachPolicy</c>.</summary>
public partial class AttachPolicyRequest : AmazonOrganizationsRequest
{
    public string PolicyId { get; set; }

    public string TargetId { get; set; }
}
