using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Groups;

internal sealed class DeleteDBSubnetGroup : IRdsOperation
{
    public string Name => nameof(DeleteDBSubnetGroup);

    public XElement? Execute(RdsCall call)
    {
        var group = SubnetGroups.Get(call, call.Parameters.Required("DBSubnetGroupName"));
        if (call.Instances.FirstOrDefault(instance => instance.SubnetGroupName == group.Name) is { } user)
        {
            throw new AwsError("InvalidDBSubnetGroupStateFault",
                $"Cannot delete the subnet group '{group.Name}' because at least one database instance: {user.Identifier} is still using it.");
        }

        call.State.SubnetGroups.Remove(group);
        return null;
    }
}
