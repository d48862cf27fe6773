using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>CreateDBSnapshot</c>.</summary>
public partial class CreateDBSnapshotRequest : AmazonRDSRequest
{
    public string DBSnapshotIdentifier { get; set; }

    public string DBInstanceIdentifier { get; set; }

    [ListItem("Tag")]
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
