using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>The base of all requests to AWS Organizations.</summary>
public partial class AmazonOrganizationsRequest : AmazonWebServiceRequest
{
}
