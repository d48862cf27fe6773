using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>DescribeDBSnapshots</c>.</summary>
public partial class DescribeDBSnapshotsRequest : AmazonRDSRequest
{
    public string DBInstanceIdentifier { get; set; }

    public string DBSnapshotIdentifier { get; set; }

    /// <summary>A plain string in the official package too.</summary>
    public string SnapshotType { get; set; }

    [ListItem("Filter")]
    public List<Filter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MaxRecords { get; set; }

    public string Marker { get; set; }

    public bool? IncludeShared { get; set; }

    public bool? IncludePublic { get; set; }

    public string DbiResourceId { get; set; }
}
