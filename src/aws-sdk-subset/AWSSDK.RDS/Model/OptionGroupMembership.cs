namespace Amazon.RDS.Model;

/// <summary>The <c>OptionGroupMembership</c> shape of the RDS API.</summary>
public partial class OptionGroupMembership
{
    public string OptionGroupName { get; set; }

    public string Status { get; set; }
}
