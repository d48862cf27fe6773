namespace Amazon.RDS.Model;

/// <summary>The <c>DBSecurityGroupMembership</c> shape of the RDS API.</summary>
public partial class DBSecurityGroupMembership
{
    public string DBSecurityGroupName { get; set; }

    public string Status { get; set; }
}
