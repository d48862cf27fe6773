using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>ModifyDBSnapshotAttribute</c>.</summary>
public partial class ModifyDBSnapshotAttributeRequest : AmazonRDSRequest
{
    public string DBSnapshotIdentifier { get; set; }

    public string AttributeName { get; set; }

    [ListItem("AttributeValue")]
    public List<string> ValuesToAdd { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    [ListItem("AttributeValue")]
    public List<string> ValuesToRemove { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
