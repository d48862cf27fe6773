using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>LeaveOrganization</c> answers.</summary>
public partial class LeaveOrganizationResponse : AmazonWebServiceResponse
{
}
