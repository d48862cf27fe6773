using Amazon.Runtime;

namespace Amazon.IdentityManagement;

/// <summary>The base of all requests to AWS Identity and Access Management.</summary>
public partial class AmazonIdentityManagementServiceRequest : AmazonWebServiceRequest
{
}
