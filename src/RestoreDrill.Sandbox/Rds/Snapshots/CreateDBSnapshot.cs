using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Instances;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

internal sealed class CreateDBSnapshot(InstanceLifecycle lifecycle, SandboxClock clock) : IRdsOperation
{
    public string Name => nameof(CreateDBSnapshot);

    public XElement? Execute(RdsCall call)
    {
        var name = call.Parameters.Required("DBSnapshotIdentifier");
        var instance = call.Instance(call.Parameters.Required("DBInstanceIdentifier"));
        var snapshot = NewSnapshot.Of(call, instance, name, ResourceTag.Read(call.Parameters) ?? [], clock.GetUtcNow());
        if (instance.Status is not (InstanceStatus.Available or InstanceStatus.StorageFull))
        {
            throw new AwsError("InvalidDBInstanceState",
                $"Cannot create a snapshot because the database instance {instance.Identifier} is not currently in the available state.");
        }

        call.State.Snapshots.Add(snapshot);
        instance.Steps.Add(new InstanceStep(InstanceStepKind.BackUp, snapshot.StorageId));
        lifecycle.Continue(instance);
        return SnapshotXml.Result(call, snapshot);
    }
}
