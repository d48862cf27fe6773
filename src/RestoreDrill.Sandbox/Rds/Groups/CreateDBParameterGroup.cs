using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Groups;

internal sealed class CreateDBParameterGroup : IRdsOperation
{
    public string Name => nameof(CreateDBParameterGroup);

    public XElement? Execute(RdsCall call)
    {
        var name = Naming.Identifier("DBParameterGroupName", call.Parameters.Required("DBParameterGroupName"), 255);
        var family = call.Parameters.Required("DBParameterGroupFamily");
        if (!ParameterCatalog.Families.Contains(family))
        {
            throw AwsError.InvalidParameterValue($"ParameterGroupFamily {family} is not a valid parameter group family");
        }

        if (call.State.ParameterGroups.Any(group => group.Region == call.Region && group.Name == name))
        {
            throw new AwsError("DBParameterGroupAlreadyExists", $"Parameter group {name} already exists");
        }

        var created = new DbParameterGroup
        {
            Region = call.Region,
            Name = name,
            Family = family,
            Description = call.Parameters.Required("Description"),
            Tags = ResourceTag.Read(call.Parameters) ?? [],
        };
        call.State.ParameterGroups.Add(created);
        return new XElement("CreateDBParameterGroupResult", ParameterGroups.Xml(call, created));
    }
}
