using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The <c>DBSnapshotAttributesResult</c> shape of the RDS API.</summary>
public partial class DBSnapshotAttributesResult
{
    public string DBSnapshotIdentifier { get; set; }

    [ListItem("DBSnapshotAttribute")]
    public List<DBSnapshotAttribute> DBSnapshotAttributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
