using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>ListRoots</c> answers.</summary>
public partial class ListRootsResponse : AmazonWebServiceResponse
{
    public List<Root> Roots { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
