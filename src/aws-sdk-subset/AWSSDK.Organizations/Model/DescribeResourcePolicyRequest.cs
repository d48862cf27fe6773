namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>DescribeResourcePolicy</c>.</summary>
public partial class DescribeResourcePolicyRequest : AmazonOrganizationsRequest
{
}
