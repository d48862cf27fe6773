using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>ListTagsForResource</c>.</summary>
public partial class ListTagsForResourceRequest : AmazonRDSRequest
{
    public string ResourceName { get; set; }

    [ListItem("Filter")]
    public List<Filter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
