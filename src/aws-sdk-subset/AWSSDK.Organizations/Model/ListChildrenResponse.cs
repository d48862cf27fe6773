using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>ListChildren</c> answers.</summary>
public partial class ListChildrenResponse : AmazonWebServiceResponse
{
    public List<Child> Children { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
