using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

internal sealed class DescribeDBSnapshots(AccountStates states) : IRdsOperation
{
    private static readonly Dictionary<string, Func<DbSnapshot, string?>> Known = new()
    {
        ["db-instance-id"] = snapshot => snapshot.InstanceIdentifier,
        ["db-snapshot-id"] = snapshot => snapshot.Identifier,
        ["dbi-resource-id"] = snapshot => snapshot.DbiResourceId,
        ["snapshot-type"] = snapshot => snapshot.Type,
        ["engine"] = _ => "postgres",
    };

    public string Name => nameof(DescribeDBSnapshots);

    public XElement? Execute(RdsCall call)
    {
        var parameters = call.Parameters;
        var snapshots = parameters.Text("DBSnapshotIdentifier") is { } name ? One(call, name) : Visible(call, parameters.Text("SnapshotType"));
        if (parameters.Text("DBInstanceIdentifier") is { } instance)
        {
            snapshots = snapshots.Where(snapshot => snapshot.InstanceIdentifier.Equals(instance, StringComparison.OrdinalIgnoreCase));
        }

        if (parameters.Text("DbiResourceId") is { } resourceId)
        {
            snapshots = snapshots.Where(snapshot => snapshot.DbiResourceId == resourceId);
        }

        return Page.Of(parameters, "DescribeDBSnapshotsResult", "DBSnapshots", snapshots.Where(Filters.Read(parameters, Known)),
            snapshot => snapshot.Arn.ToString(), snapshot => SnapshotXml.Render(call, snapshot));
    }

    private IEnumerable<DbSnapshot> One(RdsCall call, string name)
    {
        var snapshot = SnapshotLookup.Get(call, states, name);
        var matches = call.Parameters.Text("SnapshotType") switch
        {
            null => true,
            "shared" => snapshot.AccountId != call.AccountId,
            var type => snapshot.Type == type && snapshot.AccountId == call.AccountId,
        };
        return matches ? [snapshot] : throw new AwsError("DBSnapshotNotFound", $"DBSnapshot {name} not found.", 404);
    }

    private IEnumerable<DbSnapshot> Visible(RdsCall call, string? type)
    {
        var foreign = states.All.Where(state => state.AccountId != call.AccountId)
            .SelectMany(state => state.Snapshots).Where(snapshot => snapshot.Region == call.Region);
        var shared = foreign.Where(snapshot => snapshot.SharedWith.Contains(call.AccountId));
        var open = foreign.Where(snapshot => snapshot.SharedWith.Contains("all"));
        return type switch
        {
            "manual" or "automated" or DbSnapshot.AwsBackup => call.Snapshots.Where(snapshot => snapshot.Type == type),
            "shared" => shared,
            "public" => open,
            null => call.Snapshots
                .Concat(call.Parameters.Flag("IncludeShared") == true ? shared : [])
                .Concat(call.Parameters.Flag("IncludePublic") == true ? open : [])
                .Distinct(),
            _ => throw AwsError.InvalidParameterValue($"Invalid snapshot type: {type}"),
        };
    }
}
