using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Groups;

internal sealed class DeleteDBParameterGroup : IRdsOperation
{
    public string Name => nameof(DeleteDBParameterGroup);

    public XElement? Execute(RdsCall call)
    {
        var group = ParameterGroups.Get(call, call.Parameters.Required("DBParameterGroupName"));
        if (ParameterGroups.IsDefault(group.Name))
        {
            throw AwsError.InvalidParameterValue($"Default DBParameterGroup cannot be deleted: {group.Name}");
        }

        if (call.Instances.Any(instance => instance.ParameterGroupName == group.Name))
        {
            throw new AwsError("InvalidDBParameterGroupState", "One or more database instances are still members of this parameter group "
                + $"{group.Name}, so the group cannot be deleted");
        }

        call.State.ParameterGroups.Remove(group);
        return null;
    }
}
