using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>CreateDBParameterGroup</c>.</summary>
public partial class CreateDBParameterGroupRequest : AmazonRDSRequest
{
    public string DBParameterGroupName { get; set; }

    public string DBParameterGroupFamily { get; set; }

    public string Description { get; set; }

    [ListItem("Tag")]
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
