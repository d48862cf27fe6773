using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>ListOrganizationalUnitsForParent</c> answers.</summary>
public partial class ListOrganizationalUnitsForParentResponse : AmazonWebServiceResponse
{
    public List<OrganizationalUnit> OrganizationalUnits { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
