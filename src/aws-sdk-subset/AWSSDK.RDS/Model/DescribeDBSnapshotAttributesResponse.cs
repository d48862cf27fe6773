using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>What <c>DescribeDBSnapshotAttributes</c> answers.</summary>
public partial class DescribeDBSnapshotAttributesResponse : AmazonWebServiceResponse
{
    public DBSnapshotAttributesResult DBSnapshotAttributesResult { get; set; }
}
