using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds;

/// <summary>
/// The permissions that RDS asks for: of each operation its action on every resource that the call touches, and rds:AddTagsToResource on what it creates
/// with tags (service authorization reference, "Actions, resources, and condition keys for Amazon RDS").
/// </summary>
internal sealed class RdsPermissions(AccountStates states)
{
    private const string Tagging = "rds:AddTagsToResource";

    public IReadOnlyList<AccessCheck> Of(AwsCall call)
    {
        var resources = Resources(new NamedResources(call));
        lock (states.Gate)
        {
            var asked = RequestKeys(call);
            var action = $"rds:{call.Action}";
            IEnumerable<AccessCheck> checks = resources.Touched.Select(arn => Check(call, action, arn, asked));
            return resources.Created is { } created && call.Parameters.Items("Tags") is not null
                ? [.. checks, Check(call, Tagging, created, asked)]
                : [.. checks];
        }
    }

    private static (IReadOnlyList<string> Touched, string? Created) Resources(NamedResources named)
    {
        switch (named.Action)
        {
            case "CreateDBInstance":
                return ([named.Instance, named.SubnetGroup, named.ParameterGroup, named.OptionGroup], named.Instance);
            case "RestoreDBInstanceFromDBSnapshot":
                return ([named.Snapshot, named.Instance, named.SubnetGroup, named.ParameterGroup, named.OptionGroup], named.Instance);
            case "ModifyDBInstance":
                return named.Names("DBParameterGroupName") ? ([named.Instance, named.ParameterGroup], null) : ([named.Instance], null);
            case "CreateDBSnapshot":
                return ([named.Instance, named.Snapshot], named.Snapshot);
            case "CopyDBSnapshot":
                return ([named.Of("snapshot", "SourceDBSnapshotIdentifier"), named.Of("snapshot", "TargetDBSnapshotIdentifier")],
                    named.Of("snapshot", "TargetDBSnapshotIdentifier"));
            case "DeleteDBSnapshot" or "ModifyDBSnapshotAttribute" or "DescribeDBSnapshotAttributes" or "DescribeDBSnapshots":
                return ([named.Snapshot], null);
            case "DeleteDBInstance" or "DescribeDBInstances" or "RebootDBInstance":
                return ([named.Instance], null);
            case "AddTagsToResource" or "RemoveTagsFromResource" or "ListTagsForResource":
                return ([named.Of("", "ResourceName")], null);
            case "CreateDBSubnetGroup":
                return ([named.SubnetGroup], named.SubnetGroup);
            case "DeleteDBSubnetGroup":
                return ([named.SubnetGroup], null);
            case "DescribeDBSubnetGroups":
                return ([named.Of("subgrp", "DBSubnetGroupName")], null);
            case "CreateDBParameterGroup":
                return ([named.ParameterGroup], named.ParameterGroup);
            case "DescribeDBParameterGroups" or "ModifyDBParameterGroup" or "DeleteDBParameterGroup" or "DescribeDBParameters":
                return ([named.Of("pg", "DBParameterGroupName")], null);
            case "DescribeDBInstanceAutomatedBackups":
                return ([named.Of("auto-backup", "DBInstanceAutomatedBackupsArn")], null);
            default:
                return (["*"], null);
        }
    }

    private AccessCheck Check(AwsCall call, string action, string resource, IReadOnlyList<(string, string[])> asked)
    {
        var owner = RdsArn.TryParse(resource)?.AccountId ?? call.AccountId;

        // Another account's tags are not seen, though what has them may be shared.
        var own = owner == call.AccountId ? Tags.TaggedResource.Find(states.Of(owner), resource) : null;
        return new AccessCheck(action, resource, owner, [.. asked, .. (own ?? []).Select(tag => ($"aws:ResourceTag/{tag.Key}", new[] { tag.Value }))]);
    }

    private static List<(string, string[])> RequestKeys(AwsCall call)
    {
        var tags = (call.Parameters.Items("Tags") ?? []).Select(item => (Key: item.Text("Key") ?? "", Value: item.Text("Value") ?? "")).ToList();
        string[] keys = [.. tags.Select(tag => tag.Key), .. call.Parameters.Texts("TagKeys") ?? []];
        return keys.Length == 0 ? [] : [("aws:TagKeys", keys), .. tags.Select(tag => ($"aws:RequestTag/{tag.Key}", new[] { tag.Value }))];
    }
}
