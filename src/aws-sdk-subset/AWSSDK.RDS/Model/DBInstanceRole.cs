namespace Amazon.RDS.Model;

/// <summary>The <c>DBInstanceRole</c> shape of the RDS API.</summary>
public partial class DBInstanceRole
{
    public string RoleArn { get; set; }

    public string FeatureName { get; set; }

    public string Status { get; set; }
}
