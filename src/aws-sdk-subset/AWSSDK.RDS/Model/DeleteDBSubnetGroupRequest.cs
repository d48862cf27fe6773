namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>DeleteDBSubnetGroup</c>.</summary>
public partial class DeleteDBSubnetGroupRequest : AmazonRDSRequest
{
    public string DBSubnetGroupName { get; set; }
}
