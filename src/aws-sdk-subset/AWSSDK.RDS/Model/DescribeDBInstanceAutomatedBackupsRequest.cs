using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>DescribeDBInstanceAutomatedBackups</c>.</summary>
public partial class DescribeDBInstanceAutomatedBackupsRequest : AmazonRDSRequest
{
    public string DbiResourceId { get; set; }

    public string DBInstanceIdentifier { get; set; }

    [ListItem("Filter")]
    public List<Filter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public int? MaxRecords { get; set; }

    public string Marker { get; set; }

    public string DBInstanceAutomatedBackupsArn { get; set; }
}
