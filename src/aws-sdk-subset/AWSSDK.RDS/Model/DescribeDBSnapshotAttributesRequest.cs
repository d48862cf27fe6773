namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>DescribeDBSnapshotAttributes</c>.</summary>
public partial class DescribeDBSnapshotAttributesRequest : AmazonRDSRequest
{
    public string DBSnapshotIdentifier { get; set; }
}
