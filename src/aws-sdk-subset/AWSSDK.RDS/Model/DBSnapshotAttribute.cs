using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>An attribute of a manual snapshot: <c>restore</c> lists the accounts it is shared with, <c>all</c> meaning everybody.</summary>
public partial class DBSnapshotAttribute
{
    public string AttributeName { get; set; }

    [ListItem("AttributeValue")]
    public List<string> AttributeValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
