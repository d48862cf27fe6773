namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>DetachPolicy</c>.</summary>
public partial class DetachPolicyRequest : AmazonOrganizationsRequest
{
    public string PolicyId { get; set; }

    public string TargetId { get; set; }
}
