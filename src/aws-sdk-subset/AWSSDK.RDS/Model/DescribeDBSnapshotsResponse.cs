using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>What <c>DescribeDBSnapshots</c> answers.</summary>
public partial class DescribeDBSnapshotsResponse : AmazonWebServiceResponse
{
    public string Marker { get; set; }

    [ListItem("DBSnapshot")]
    public List<DBSnapshot> DBSnapshots { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
