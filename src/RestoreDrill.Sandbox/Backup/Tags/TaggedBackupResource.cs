using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Backup.Tags;

/// <summary>Finds the tags of a vault, of a legal hold, or of a recovery point: those of an RDS instance are DB snapshots and have their tags.</summary>
internal static class TaggedBackupResource
{
    /// <summary>The tags of what a call names, in the caller's account and region.</summary>
    /// <exception cref="AwsError">MissingParameterValueException or ResourceNotFoundException.</exception>
    public static List<ResourceTag> TagsOf(BackupCall call)
    {
        var arn = call.Required("ResourceArn");
        var isHere = arn.Split(':') is [_, _, _, var region, _, ..] && region == call.Region;
        return (isHere ? Find(call.State, arn) : null) ?? throw BackupError.NotFound($"There is no resource {arn}.");
    }

    /// <summary>The tags of an account's resource; null if it is not there.</summary>
    public static List<ResourceTag>? Find(AccountState state, string resource)
    {
        if (VaultArn.TryParse(resource) is { } arn)
        {
            return arn.AccountId == state.AccountId
                ? state.Backup.Vaults.Find(vault => vault.Name == arn.Name && vault.Region == arn.Region)?.Tags
                : null;
        }

        if (state.Backup.LegalHolds.Find(hold => hold.Arn == resource) is { } held)
        {
            return held.Tags;
        }

        return state.Backup.RecoveryPoints.Find(point => point.Arn == resource) is { } found
            ? state.Snapshots.Find(snapshot => snapshot.StorageId == found.SnapshotStorageId)?.Tags
            : null;
    }
}
