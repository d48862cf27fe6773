using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>DescribeOrganization</c> answers.</summary>
public partial class DescribeOrganizationResponse : AmazonWebServiceResponse
{
    public Organization Organization { get; set; }
}
