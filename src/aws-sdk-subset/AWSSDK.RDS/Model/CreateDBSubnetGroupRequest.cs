using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>CreateDBSubnetGroup</c>.</summary>
public partial class CreateDBSubnetGroupRequest : AmazonRDSRequest
{
    public string DBSubnetGroupName { get; set; }

    public string DBSubnetGroupDescription { get; set; }

    [ListItem("SubnetIdentifier")]
    public List<string> SubnetIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [ListItem("Tag")]
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
