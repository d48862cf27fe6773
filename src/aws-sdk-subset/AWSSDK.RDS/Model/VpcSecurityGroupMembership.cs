namespace Amazon.RDS.Model;

/// <summary>The <c>VpcSecurityGroupMembership</c> shape of the RDS API.</summary>
public partial class VpcSecurityGroupMembership
{
    public string VpcSecurityGroupId { get; set; }

    public string Status { get; set; }
}
