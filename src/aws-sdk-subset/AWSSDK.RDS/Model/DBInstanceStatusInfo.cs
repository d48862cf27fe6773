namespace Amazon.RDS.Model;

/// <summary>The <c>DBInstanceStatusInfo</c> shape of the RDS API.</summary>
public partial class DBInstanceStatusInfo
{
    public string StatusType { get; set; }

    public bool? Normal { get; set; }

    public string Status { get; set; }

    public string Message { get; set; }
}
