using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>CreateOrganizationalUnit</c> answers.</summary>
public partial class CreateOrganizationalUnitResponse : AmazonWebServiceResponse
{
    public OrganizationalUnit OrganizationalUnit { get; set; }
}
