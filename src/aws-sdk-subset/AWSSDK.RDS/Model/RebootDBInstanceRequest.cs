namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>RebootDBInstance</c>.</summary>
public partial class RebootDBInstanceRequest : AmazonRDSRequest
{
    public string DBInstanceIdentifier { get; set; }

    public bool? ForceFailover { get; set; }
}
