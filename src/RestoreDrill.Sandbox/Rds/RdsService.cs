using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds;

/// <summary>The RDS operations that RestoreDrill calls.</summary>
internal sealed class RdsService(AccountStates states, RdsPermissions permissions, IEnumerable<IRdsOperation> operations) : IAwsService
{
    public static readonly XNamespace Namespace = "http://rds.amazonaws.com/doc/2014-10-31/";

    private readonly Dictionary<string, IRdsOperation> byName = operations.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    public string Name => "rds";

    public bool IsJson => false;

    public string ResourceOf(AwsCall call)
    {
        var parameters = call.Parameters;
        (string Kind, string? Name) named = call.Action switch
        {
            "CreateDBSnapshot" or "DeleteDBSnapshot" or "ModifyDBSnapshotAttribute" or "DescribeDBSnapshotAttributes" or "DescribeDBSnapshots" =>
                ("snapshot", parameters.Text("DBSnapshotIdentifier")),
            "CopyDBSnapshot" => ("snapshot", parameters.Text("TargetDBSnapshotIdentifier")),
            "AddTagsToResource" or "RemoveTagsFromResource" or "ListTagsForResource" => ("", parameters.Text("ResourceName")),
            _ when call.Action.Contains("SubnetGroup", StringComparison.Ordinal) => ("subgrp", parameters.Text("DBSubnetGroupName")),
            _ when call.Action.Contains("Parameter", StringComparison.Ordinal) => ("pg", parameters.Text("DBParameterGroupName")),
            _ => ("db", parameters.Text("DBInstanceIdentifier")),
        };
        return named.Name switch
        {
            null => "*",
            var name when name.StartsWith("arn:", StringComparison.Ordinal) || named.Kind.Length == 0 => name,
            var name => new RdsArn(call.Region, call.AccountId, named.Kind, name.ToLowerInvariant()).ToString(),
        };
    }

    public IReadOnlyList<AccessCheck> ChecksOf(AwsCall call) => permissions.Of(call);

    public string Execute(AwsCall call)
    {
        var operation = byName.GetValueOrDefault(call.Action)
            ?? throw new AwsError("InvalidAction", $"Could not find operation {call.Action} for version 2014-10-31");
        lock (states.Gate)
        {
            var state = states.Of(call.AccountId);
            var result = operation.Execute(new RdsCall(call, state));
            if (!call.Action.StartsWith("Describe", StringComparison.Ordinal) && !call.Action.StartsWith("List", StringComparison.Ordinal))
            {
                states.Save(state);
            }

            return QueryXml.Answer(Namespace, call.Action, call.RequestId, result);
        }
    }
}
