using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>ListAWSServiceAccessForOrganization</c> answers.</summary>
public partial class ListAWSServiceAccessForOrganizationResponse : AmazonWebServiceResponse
{
    public List<EnabledServicePrincipal> EnabledServicePrincipals { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
