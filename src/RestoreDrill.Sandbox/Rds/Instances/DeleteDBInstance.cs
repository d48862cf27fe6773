using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Snapshots;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>Deletes an instance: with it, unless told otherwise, all its automated backups. Manual snapshots stay.</summary>
internal sealed class DeleteDBInstance(InstanceLifecycle lifecycle, SandboxClock clock) : IRdsOperation
{
    public string Name => nameof(DeleteDBInstance);

    public XElement? Execute(RdsCall call)
    {
        var parameters = call.Parameters;
        var instance = call.Instance(parameters.Required("DBInstanceIdentifier"));
        if (instance.Status == InstanceStatus.Deleting)
        {
            throw new AwsError("InvalidDBInstanceState", $"Instance {instance.Identifier} is already being deleted.");
        }

        if (instance.DeletionProtection)
        {
            throw AwsError.InvalidParameterCombination("Cannot delete protected DB Instance, please disable deletion protection and try again.");
        }

        var final = parameters.Text("FinalDBSnapshotIdentifier");
        var skip = parameters.Flag("SkipFinalSnapshot") ?? false;
        if (skip == (final is not null))
        {
            throw AwsError.InvalidParameterCombination(skip
                ? "FinalDBSnapshotIdentifier can not be specified when SkipFinalSnapshot is true."
                : "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
        }

        if (final is not null && instance.Status != InstanceStatus.Available)
        {
            throw new AwsError("InvalidDBInstanceState",
                $"Instance {instance.Identifier} is currently {instance.Status} - a final snapshot cannot be taken.");
        }

        string? finalStorageId = null;
        if (final is not null)
        {
            var snapshot = NewSnapshot.Of(call, instance, final, ResourceTag.Read(parameters) ?? [], clock.GetUtcNow());
            call.State.Snapshots.Add(snapshot);
            finalStorageId = snapshot.StorageId;
        }

        instance.KeepAutomatedBackups = parameters.Flag("DeleteAutomatedBackups") == false;
        instance.Status = InstanceStatus.Deleting;
        lifecycle.Delete(instance, finalStorageId);
        return InstanceXml.Result(call, instance);
    }
}
