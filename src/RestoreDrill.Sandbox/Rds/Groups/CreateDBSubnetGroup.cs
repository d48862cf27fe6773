using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Groups;

internal sealed class CreateDBSubnetGroup : IRdsOperation
{
    public string Name => nameof(CreateDBSubnetGroup);

    public XElement? Execute(RdsCall call)
    {
        var name = call.Parameters.Required("DBSubnetGroupName").ToLowerInvariant();
        if (SubnetGroups.Of(call).Any(group => group.Name == name))
        {
            throw new AwsError("DBSubnetGroupAlreadyExists", $"The DB subnet group '{name}' already exists.");
        }

        var subnets = call.Parameters.Texts("SubnetIds") ?? throw AwsError.MissingParameter("SubnetIds");
        if (subnets.FirstOrDefault(subnet => !subnet.StartsWith("subnet-", StringComparison.Ordinal)) is { } wrong)
        {
            throw new AwsError("InvalidSubnet", $"The subnet ID '{wrong}' does not exist");
        }

        if (subnets.Count < 2)
        {
            throw new AwsError("DBSubnetGroupDoesNotCoverEnoughAZs",
                "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Current AZ coverage: 1 AZ. Add subnets to cover at least 2 AZs.");
        }

        var group = new DbSubnetGroup
        {
            Region = call.Region,
            Name = name,
            Description = call.Parameters.Required("DBSubnetGroupDescription"),
            VpcId = SubnetGroups.VpcOf(call.AccountId, call.Region),
            SubnetIds = [.. subnets],
            Tags = ResourceTag.Read(call.Parameters) ?? [],
        };
        call.State.SubnetGroups.Add(group);
        return new XElement("CreateDBSubnetGroupResult", SubnetGroups.Xml(call, group));
    }
}
