namespace Amazon.RDS.Model;

/// <summary>The <c>DBParameterGroupStatus</c> shape of the RDS API.</summary>
public partial class DBParameterGroupStatus
{
    public string DBParameterGroupName { get; set; }

    public string ParameterApplyStatus { get; set; }
}
