using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>AddTagsToResource</c>.</summary>
public partial class AddTagsToResourceRequest : AmazonRDSRequest
{
    public string ResourceName { get; set; }

    [ListItem("Tag")]
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
