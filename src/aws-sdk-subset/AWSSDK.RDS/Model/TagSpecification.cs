using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The <c>TagSpecification</c> shape of the RDS API.</summary>
public partial class TagSpecification
{
    public string ResourceType { get; set; }

    [ListItem("Tag")]
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
