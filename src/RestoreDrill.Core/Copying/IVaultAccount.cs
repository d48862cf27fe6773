using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying.Backups;

namespace RestoreDrill.Core.Copying;

/// <summary>
/// The vault account, in the role <c>restoredrill-vault</c>: copy in, tag, describe. Nothing can be deleted, shared or shortened through it.
/// Every member throws <see cref="CloudException"/> when AWS refuses or does not answer.
/// </summary>
public interface IVaultAccount : IVaultBackups
{
    Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken);

    Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken);

    /// <summary>The snapshot of this name with its tags, or null.</summary>
    Task<CloudSnapshot?> FindSnapshotAsync(string snapshot, CancellationToken cancellationToken);

    /// <summary>All manual snapshots of the account and region, and those of AWS Backup, with their tags, ours or not.</summary>
    Task<IReadOnlyList<CloudSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken);

    /// <summary>Asks for a copy of a snapshot that the source account shared (CopyDBSnapshot), under the vault's own key.</summary>
    Task<CloudSnapshot> CopyAsync(
        string sharedSnapshotArn, string copy, string kmsKey, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);

    /// <summary>Adds tags to a copy of ours (AddTagsToResource of RDS, or TagResource of AWS Backup for a recovery point).</summary>
    Task TagAsync(string copyArn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken);
}
