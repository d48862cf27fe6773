using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Rds.Groups;

internal sealed class DescribeDBParameterGroups : IRdsOperation
{
    public string Name => nameof(DescribeDBParameterGroups);

    public XElement? Execute(RdsCall call)
    {
        var groups = call.Parameters.Text("DBParameterGroupName") is { } name ? [ParameterGroups.Get(call, name)] : ParameterGroups.Of(call);
        return Page.Of(call.Parameters, "DescribeDBParameterGroupsResult", "DBParameterGroups", groups,
            group => group.Name, group => ParameterGroups.Xml(call, group));
    }
}
