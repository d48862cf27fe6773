using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Kms;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

/// <summary>Shares a manual snapshot, or takes that back. Never one under the account's default key, whose policy nobody can change.</summary>
internal sealed class ModifyDBSnapshotAttribute(KeyRing keys) : IRdsOperation
{
    private const int Most = 20;

    public string Name => nameof(ModifyDBSnapshotAttribute);

    public XElement? Execute(RdsCall call)
    {
        var parameters = call.Parameters;
        var snapshot = SnapshotLookup.GetOwn(call, parameters.Required("DBSnapshotIdentifier"));
        var attribute = parameters.Required("AttributeName");
        if (attribute != SnapshotAttributes.Restore)
        {
            throw AwsError.InvalidParameterValue($"Invalid snapshot attribute: {attribute}");
        }

        var added = parameters.Texts("ValuesToAdd") ?? [];
        if (added.FirstOrDefault(value => value != "all" && !(value.Length == 12 && value.All(char.IsAsciiDigit))) is { } wrong)
        {
            throw AwsError.InvalidParameterValue($"Invalid account number: {wrong}");
        }

        if (added.Count > 0)
        {
            RefuseSharing(call, snapshot, added);
        }

        var shared = snapshot.SharedWith.Union(added).Except(parameters.Texts("ValuesToRemove") ?? []).ToList();
        if (shared.Count > Most)
        {
            throw new AwsError("SharedSnapshotQuotaExceeded", $"Cannot share the snapshot with more than {Most} AWS accounts");
        }

        snapshot.SharedWith.Clear();
        snapshot.SharedWith.AddRange(shared);
        return SnapshotAttributes.Result(Name, snapshot);
    }

    private void RefuseSharing(RdsCall call, DbSnapshot snapshot, IReadOnlyList<string> added)
    {
        if (snapshot.IsAutomated)
        {
            throw new AwsError("InvalidDBSnapshotState", "Automated snapshots cannot be shared: copy it to a manual snapshot and share the copy.");
        }

        if (snapshot.IsOfAwsBackup)
        {
            throw new AwsError("InvalidDBSnapshotState", "Snapshots of AWS Backup cannot be shared: copy it to a manual snapshot and share the copy.");
        }

        if (snapshot.Status != SnapshotStatus.Available)
        {
            throw new AwsError("InvalidDBSnapshotState", $"Cannot modify the snapshot {snapshot.Identifier} because it is in the state {snapshot.Status}.");
        }

        if (snapshot.KmsKeyId is not { } keyId)
        {
            return;
        }

        if (added.Contains("all"))
        {
            throw AwsError.InvalidParameterCombination("Encrypted snapshots cannot be made public.");
        }

        if (keys.Find(call.AccountId, call.Region, keyId) is { IsAwsManaged: true })
        {
            throw new AwsError("InvalidDBSnapshotState", "Snapshots encrypted with the default service key for RDS cannot be shared: "
                + "copy it under a customer managed key and share the copy.");
        }
    }
}
