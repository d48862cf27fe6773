using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Tags;

/// <summary>Finds the tags of the resource that a call names by ARN.</summary>
internal static class TaggedResource
{
    public static List<ResourceTag> TagsOf(RdsCall call)
    {
        var name = call.Parameters.Required("ResourceName");
        var arn = RdsArn.TryParse(name) ?? throw AwsError.InvalidParameterValue($"Invalid resource name: {name}");
        if (arn.AccountId != call.AccountId || arn.Region != call.Region)
        {
            throw AwsError.InvalidParameterValue("The specified resource name does not match an RDS resource in this region.");
        }

        return arn.Kind switch
        {
            "db" => call.Instance(arn.Name).Tags,
            "snapshot" => call.Snapshots.FirstOrDefault(snapshot => snapshot.Identifier == arn.Name)?.Tags
                ?? throw new AwsError("DBSnapshotNotFound", $"DBSnapshot {arn.Name} not found.", 404),
            "subgrp" => call.State.SubnetGroups.Find(group => group.Region == call.Region && group.Name == arn.Name)?.Tags
                ?? throw new AwsError("DBSubnetGroupNotFoundFault", $"DB subnet group '{arn.Name}' does not exist.", 404),
            "pg" => call.State.ParameterGroups.Find(group => group.Region == call.Region && group.Name == arn.Name)?.Tags
                ?? throw new AwsError("DBParameterGroupNotFound", $"DBParameterGroup not found: {arn.Name}", 404),
            _ => throw AwsError.InvalidParameterValue($"Invalid resource name: {name}"),
        };
    }
}
