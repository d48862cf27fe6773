using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>RemoveAccountFromOrganization</c> answers.</summary>
public partial class RemoveAccountFromOrganizationResponse : AmazonWebServiceResponse
{
}
