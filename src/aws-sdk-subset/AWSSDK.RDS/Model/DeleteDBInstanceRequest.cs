namespace Amazon.RDS.Model;

/// <summary>The parameters of <c>DeleteDBInstance</c>.</summary>
public partial class DeleteDBInstanceRequest : AmazonRDSRequest
{
    public string DBInstanceIdentifier { get; set; }

    public bool? SkipFinalSnapshot { get; set; }

    public string FinalDBSnapshotIdentifier { get; set; }

    public bool? DeleteAutomatedBackups { get; set; }
}
