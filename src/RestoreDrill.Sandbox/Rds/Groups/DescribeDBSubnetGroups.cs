using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Rds.Groups;

internal sealed class DescribeDBSubnetGroups : IRdsOperation
{
    public string Name => nameof(DescribeDBSubnetGroups);

    public XElement? Execute(RdsCall call)
    {
        var groups = call.Parameters.Text("DBSubnetGroupName") is { } name ? [SubnetGroups.Get(call, name)] : SubnetGroups.Of(call);
        return Page.Of(call.Parameters, "DescribeDBSubnetGroupsResult", "DBSubnetGroups", groups, group => group.Name, group => SubnetGroups.Xml(call, group));
    }
}
