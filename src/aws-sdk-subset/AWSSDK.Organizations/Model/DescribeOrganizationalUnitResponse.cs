using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>DescribeOrganizationalUnit</c> answers.</summary>
public partial class DescribeOrganizationalUnitResponse : AmazonWebServiceResponse
{
    public OrganizationalUnit OrganizationalUnit { get; set; }
}
