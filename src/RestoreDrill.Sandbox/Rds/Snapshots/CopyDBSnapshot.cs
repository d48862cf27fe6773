using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Kms;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

/// <summary>
/// Copies a snapshot: the caller's own, or one shared with it, which if encrypted needs a key of the caller's (AWS: "Copying a DB snapshot").
/// </summary>
internal sealed class CopyDBSnapshot(AccountStates states, KeyUse keys, SnapshotLifecycle lifecycle, SandboxClock clock) : IRdsOperation
{
    public string Name => nameof(CopyDBSnapshot);

    public XElement? Execute(RdsCall call)
    {
        var parameters = call.Parameters;
        var sourceName = parameters.Required("SourceDBSnapshotIdentifier");
        var target = parameters.Required("TargetDBSnapshotIdentifier");
        if (RdsArn.TryParse(sourceName) is { } arn && arn.Region != call.Region)
        {
            throw AwsError.InvalidParameterCombination(
                $"This sandbox does not copy snapshots between regions: the source is in {arn.Region}, the call in {call.Region}.");
        }

        var source = SnapshotLookup.Get(call, states, sourceName);
        var identifier = NewSnapshot.Identifier(call, "TargetDBSnapshotIdentifier", target);
        if (source.Status != SnapshotStatus.Available)
        {
            throw new AwsError("InvalidDBSnapshotState", $"Cannot copy the snapshot {source.Identifier} because it is in the state {source.Status}.");
        }

        var keyId = TargetKey(call, source);
        NewSnapshot.RefuseOverQuota(call);
        var inFlight = call.State.Snapshots.Count(snapshot => snapshot.Status == SnapshotStatus.Creating && snapshot.CopiedFromStorageId is not null);
        if (inFlight >= call.State.Quotas.CopiesInFlight)
        {
            throw new AwsError("SnapshotQuotaExceeded", $"Cannot have more than {call.State.Quotas.CopiesInFlight} snapshot copies in progress to {call.Region}");
        }

        var copy = Record(call, source, identifier, keyId);
        call.State.Snapshots.Add(copy);
        keys.Keep(copy.KmsKeyId, copy.StorageId, copy.DbiResourceId);
        lifecycle.Copy(copy);
        return SnapshotXml.Result(call, copy);
    }

    private string? TargetKey(RdsCall call, DbSnapshot source)
    {
        var asked = call.Parameters.Text("KmsKeyId");
        if (source.KmsKeyId is null)
        {
            return asked is null ? null : keys.Usable(call.Call, asked, "target snapshot");
        }

        keys.Usable(call.Call, source.KmsKeyId, "source snapshot");
        return source.AccountId != call.AccountId
            ? keys.Usable(call.Call, asked ?? "None", "target snapshot")
            : asked is null ? source.KmsKeyId : keys.Usable(call.Call, asked, "target snapshot");
    }

    private DbSnapshot Record(RdsCall call, DbSnapshot source, string identifier, string? keyId)
    {
        // Another account's tags are not seen, so there is nothing to copy of them.
        var inherited = call.Parameters.Flag("CopyTags") == true && source.AccountId == call.AccountId ? source.Tags : [];
        return NewSnapshot.CopyOf(
            source, call.AccountId, call.Region, identifier, "manual", keyId,
            ResourceTag.Merge(inherited, ResourceTag.Read(call.Parameters) ?? []), clock.GetUtcNow());
    }
}
