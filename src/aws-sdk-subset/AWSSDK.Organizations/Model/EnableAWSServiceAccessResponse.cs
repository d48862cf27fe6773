using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>EnableAWSServiceAccess</c> answers.</summary>
public partial class EnableAWSServiceAccessResponse : AmazonWebServiceResponse
{
}
