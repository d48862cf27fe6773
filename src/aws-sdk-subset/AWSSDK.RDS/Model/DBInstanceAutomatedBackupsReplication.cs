namespace Amazon.RDS.Model;

/// <summary>The <c>DBInstanceAutomatedBackupsReplication</c> shape of the RDS API.</summary>
public partial class DBInstanceAutomatedBackupsReplication
{
    public string DBInstanceAutomatedBackupsArn { get; set; }
}
