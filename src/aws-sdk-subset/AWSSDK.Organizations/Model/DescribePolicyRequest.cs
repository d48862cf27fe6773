namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>DescribePolicy</c>.</summary>
public partial class DescribePolicyRequest : AmazonOrganizationsRequest
{
    public string PolicyId { get; set; }
}
