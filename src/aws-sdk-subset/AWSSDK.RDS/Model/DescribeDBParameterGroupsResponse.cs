using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>What <c>DescribeDBParameterGroups</c> answers.</summary>
public partial class DescribeDBParameterGroupsResponse : AmazonWebServiceResponse
{
    public string Marker { get; set; }

    [ListItem("DBParameterGroup")]
    public List<DBParameterGroup> DBParameterGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
