using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

internal sealed class DeleteDBSnapshot(SnapshotLifecycle lifecycle) : IRdsOperation
{
    public string Name => nameof(DeleteDBSnapshot);

    public XElement? Execute(RdsCall call)
    {
        var snapshot = SnapshotLookup.GetOwn(call, call.Parameters.Required("DBSnapshotIdentifier"));
        if (snapshot.IsAutomated)
        {
            throw new AwsError("InvalidDBSnapshotState", "Automated snapshots cannot be deleted: they go with the instance or with their retention.");
        }

        // AWS's code for this is not known.
        if (snapshot.IsOfAwsBackup)
        {
            throw new AwsError("InvalidDBSnapshotState", "Snapshots of AWS Backup cannot be deleted by RDS: delete the recovery point in its backup vault.");
        }

        if (snapshot.Status == SnapshotStatus.Creating && snapshot.CopiedFromStorageId is null)
        {
            throw new AwsError("InvalidDBSnapshotState", "Cannot delete the snapshot because it is not currently in the available or failed state.");
        }

        call.State.Snapshots.Remove(snapshot);
        snapshot.Status = SnapshotStatus.Deleted;
        lifecycle.Remove(snapshot);
        return SnapshotXml.Result(call, snapshot);
    }
}
