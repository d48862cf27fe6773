using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Tags;

/// <summary>Finds the tags of a resource by its ARN.</summary>
internal static class TaggedResource
{
    /// <summary>The tags of the resource that a call names.</summary>
    /// <exception cref="AwsError">There is none of that name in the caller's account and region.</exception>
    public static List<ResourceTag> TagsOf(RdsCall call)
    {
        var name = call.Parameters.Required("ResourceName");
        var arn = RdsArn.TryParse(name) ?? throw AwsError.InvalidParameterValue($"Invalid resource name: {name}");
        if (arn.AccountId != call.AccountId || arn.Region != call.Region)
        {
            throw AwsError.InvalidParameterValue("The specified resource name does not match an RDS resource in this region.");
        }

        return Find(call.State, name) ?? throw (arn.Kind switch
        {
            "db" => new AwsError("DBInstanceNotFound", $"DBInstance {arn.Name} not found.", 404),
            "snapshot" => new AwsError("DBSnapshotNotFound", $"DBSnapshot {arn.Name} not found.", 404),
            "subgrp" => new AwsError("DBSubnetGroupNotFoundFault", $"DB subnet group '{arn.Name}' does not exist.", 404),
            "pg" => new AwsError("DBParameterGroupNotFound", $"DBParameterGroup not found: {arn.Name}", 404),
            _ => AwsError.InvalidParameterValue($"Invalid resource name: {name}"),
        });
    }

    /// <summary>The tags of an account's resource; null if it is not there.</summary>
    public static List<ResourceTag>? Find(AccountState state, string resource)
    {
        if (RdsArn.TryParse(resource) is not { } arn || arn.AccountId != state.AccountId)
        {
            return null;
        }

        return arn.Kind switch
        {
            "db" => state.Instances.Find(instance => instance.Region == arn.Region && instance.Identifier == arn.Name)?.Tags,
            "snapshot" => state.Snapshots.Find(snapshot => snapshot.Region == arn.Region && snapshot.Identifier == arn.Name)?.Tags,
            "subgrp" => state.SubnetGroups.Find(group => group.Region == arn.Region && group.Name == arn.Name)?.Tags,
            "pg" => state.ParameterGroups.Find(group => group.Region == arn.Region && group.Name == arn.Name)?.Tags,
            _ => null,
        };
    }
}
