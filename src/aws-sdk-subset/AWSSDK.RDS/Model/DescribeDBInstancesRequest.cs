using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>DescribeDBInstances</c>.</summary>
public partial class DescribeDBInstancesRequest : AmazonRDSRequest
{
    public string DBInstanceIdentifier { get; set; }

    [ListItem("Filter")]
    public List<Filter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MaxRecords { get; set; }

    public string Marker { get; set; }
}
