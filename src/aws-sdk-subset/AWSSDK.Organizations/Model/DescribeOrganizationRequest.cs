namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>DescribeOrganization</c>.</summary>
public partial class DescribeOrganizationRequest : AmazonOrganizationsRequest
{
}
