using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>What <c>ListTagsForResource</c> answers.</summary>
public partial class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    [ListItem("Tag")]
    public List<Tag> TagList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
