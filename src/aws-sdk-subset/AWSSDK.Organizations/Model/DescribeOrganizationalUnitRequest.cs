namespace Amazon.Organizations.Model;

/// <summary>The parameters of <c>DescribeOrganizationalUnit</c>.</summary>
public partial class DescribeOrganizationalUnitRequest : AmazonOrganizationsRequest
{
    public string OrganizationalUnitId { get; set; }
}
