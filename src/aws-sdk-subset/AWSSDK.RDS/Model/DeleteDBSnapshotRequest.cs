namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>DeleteDBSnapshot</c>.</summary>
public partial class DeleteDBSnapshotRequest : AmazonRDSRequest
{
    public string DBSnapshotIdentifier { get; set; }
}
