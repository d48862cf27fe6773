namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>DeleteDBParameterGroup</c>.</summary>
public partial class DeleteDBParameterGroupRequest : AmazonRDSRequest
{
    public string DBParameterGroupName { get; set; }
}
