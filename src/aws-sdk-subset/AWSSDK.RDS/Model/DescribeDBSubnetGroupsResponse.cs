using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>What <c>DescribeDBSubnetGroups</c> answers.</summary>
public partial class DescribeDBSubnetGroupsResponse : AmazonWebServiceResponse
{
    public string Marker { get; set; }

    [ListItem("DBSubnetGroup")]
    public List<DBSubnetGroup> DBSubnetGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
