namespace Amazon.RDS.Model;

/// <summary>A named set of engine parameters.</summary>
public partial class DBParameterGroup
{
    public string DBParameterGroupName { get; set; }

    public string DBParameterGroupFamily { get; set; }

    public string Description { get; set; }

    public string DBParameterGroupArn { get; set; }
}
