using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>What <c>DescribeDBInstances</c> answers.</summary>
public partial class DescribeDBInstancesResponse : AmazonWebServiceResponse
{
    public string Marker { get; set; }

    [ListItem("DBInstance")]
    public List<DBInstance> DBInstances { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
