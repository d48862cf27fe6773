using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>DescribeDBParameters</c>.</summary>
public partial class DescribeDBParametersRequest : AmazonRDSRequest
{
    public string DBParameterGroupName { get; set; }

    public string Source { get; set; }

    [ListItem("Filter")]
    public List<Filter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MaxRecords { get; set; }

    public string Marker { get; set; }
}
