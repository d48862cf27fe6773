using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>DescribeDBSubnetGroups</c>.</summary>
public partial class DescribeDBSubnetGroupsRequest : AmazonRDSRequest
{
    public string DBSubnetGroupName { get; set; }

    [ListItem("Filter")]
    public List<Filter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MaxRecords { get; set; }

    public string Marker { get; set; }
}
