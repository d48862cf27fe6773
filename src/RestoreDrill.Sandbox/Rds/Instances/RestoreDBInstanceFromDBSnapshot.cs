using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Kms;
using RestoreDrill.Sandbox.Rds.Groups;
using RestoreDrill.Sandbox.Rds.Snapshots;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>
/// Restores a snapshot into a new instance. What is not named comes from the snapshot, or is what RDS gives to anybody: default parameter group,
/// default security group, no deletion protection.
/// </summary>
internal sealed class RestoreDBInstanceFromDBSnapshot(
    AccountStates states, KeyUse keys, InstanceLifecycle lifecycle, SandboxClock clock) : IRdsOperation
{
    public string Name => nameof(RestoreDBInstanceFromDBSnapshot);

    public XElement? Execute(RdsCall call)
    {
        var snapshot = SnapshotLookup.Get(call, states, call.Parameters.Required("DBSnapshotIdentifier"));
        if (snapshot.Status != SnapshotStatus.Available)
        {
            throw new AwsError("InvalidDBSnapshotState", $"Cannot restore from snapshot {snapshot.Identifier}: it is in the state {snapshot.Status}.");
        }

        if (snapshot.AccountId != call.AccountId && snapshot.KmsKeyId is not null)
        {
            throw AwsError.InvalidParameterCombination("Cannot restore a DB instance from a snapshot that is both shared and encrypted. "
                + "Copy the snapshot into this account and restore the copy.");
        }

        if (snapshot.KmsKeyId is not null)
        {
            keys.Usable(call.Call, snapshot.KmsKeyId, "source snapshot");
        }

        if (call.Parameters.Text("Engine") is { } engine && engine != "postgres")
        {
            throw AwsError.InvalidParameterCombination($"The engine {engine} cannot be restored from a snapshot of postgres.");
        }

        var instance = NewInstance.Read(call, snapshot.Settings, snapshot.KmsKeyId, snapshot.Tags, clock.GetUtcNow());
        instance.Steps.Add(new InstanceStep(InstanceStepKind.Restore, snapshot.StorageId));
        if (!ParameterGroups.IsDefault(instance.ParameterGroupName))
        {
            instance.Steps.Add(new InstanceStep(InstanceStepKind.Modify));
        }

        if (instance.Settings.BackupRetentionPeriod > 0)
        {
            instance.Steps.Add(new InstanceStep(InstanceStepKind.BackUp));
        }

        call.State.Instances.Add(instance);
        keys.Keep(instance.KmsKeyId, instance.DbiResourceId, instance.DbiResourceId);
        lifecycle.Continue(instance);
        return InstanceXml.Result(call, instance);
    }
}
