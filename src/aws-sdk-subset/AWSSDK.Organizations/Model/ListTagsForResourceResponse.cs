using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>What <c>ListTagsForResource</c> answers.</summary>
public partial class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }
}
