using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

/// <summary>Finds a snapshot that a call names: by its name in the caller's own account, or by ARN, where it may be another's that is shared.</summary>
internal static class SnapshotLookup
{
    /// <exception cref="AwsError">DBSnapshotNotFound; also for one that is there but not shared with the caller.</exception>
    public static DbSnapshot Get(RdsCall call, AccountStates states, string name) =>
        Find(call, states, name) ?? throw new AwsError("DBSnapshotNotFound", $"DBSnapshot {name} not found.", 404);

    public static DbSnapshot? Find(RdsCall call, AccountStates states, string name)
    {
        if (RdsArn.TryParse(name) is not { } arn)
        {
            return call.Snapshots.FirstOrDefault(snapshot => snapshot.Identifier.Equals(name, StringComparison.OrdinalIgnoreCase));
        }

        var found = states.All.SelectMany(state => state.Snapshots).FirstOrDefault(snapshot => snapshot.Arn == arn && snapshot.Region == call.Region);
        return found is not null && (found.AccountId == call.AccountId || found.IsSharedWith(call.AccountId)) ? found : null;
    }

    /// <summary>A snapshot of the caller's own account, by name or ARN.</summary>
    public static DbSnapshot GetOwn(RdsCall call, string name)
    {
        var arn = RdsArn.TryParse(name);
        var bare = arn?.Name ?? name;
        var isElsewhere = arn is not null && (arn.AccountId != call.AccountId || arn.Region != call.Region);
        return (isElsewhere ? null : call.Snapshots.FirstOrDefault(snapshot => snapshot.Identifier.Equals(bare, StringComparison.OrdinalIgnoreCase)))
            ?? throw new AwsError("DBSnapshotNotFound", $"DBSnapshot {name} not found.", 404);
    }
}
