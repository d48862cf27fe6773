using Amazon.RDS.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Backups;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;

namespace RestoreDrill.Aws.Copying;

/// <summary>The vault account on RDS, AWS Backup, KMS and STS, as copies see it. It has no member that deletes.</summary>
public sealed class VaultAccount : IVaultAccount, IDisposable
{
    private readonly AccountSession _session;

    internal VaultAccount(AccountSession session) => _session = session;

    public Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken) => _session.IdentifyAsync(cancellationToken);

    public Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) =>
        Keys.DescribeAsync(_session, keyArn, cancellationToken);

    public Task<CloudSnapshot?> FindSnapshotAsync(string snapshot, CancellationToken cancellationToken) =>
        Snapshots.FindAsync(_session, snapshot, cancellationToken);

    public Task<IReadOnlyList<CloudSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken) =>
        Snapshots.ListAsync(_session, cancellationToken);

    public Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken) => BackupVaults.FindAsync(_session, vault, cancellationToken);

    public Task<RecoveryPoint?> FindPointAsync(string vault, string pointArn, CancellationToken cancellationToken) =>
        BackupVaults.FindPointAsync(_session, vault, pointArn, cancellationToken);

    public async Task<CloudSnapshot> CopyAsync(
        string sharedSnapshotArn, string copy, string kmsKey, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(sharedSnapshotArn);
        var request = new CopyDBSnapshotRequest
        {
            SourceDBSnapshotIdentifier = sharedSnapshotArn,
            TargetDBSnapshotIdentifier = copy,
            KmsKeyId = kmsKey,
            CopyTags = false,
            Tags = Answers.Tags(tags),
            SourceRegion = OtherRegion(sharedSnapshotArn),
        };
        var answer = await _session.Calls.ChangeAsync(
            "rds:CopyDBSnapshot", $"snapshot {copy} from {sharedSnapshotArn}", _session.Rds.CopyDBSnapshotAsync, request, cancellationToken);
        return Snapshots.Made(answer.DBSnapshot, tags);
    }

    public Task TagAsync(string copyArn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(copyArn);
        return copyArn.Contains(":snapshot:" + RecoveryPointNames.Prefix, StringComparison.Ordinal)
            ? BackupVaults.TagAsync(_session, copyArn, tags, cancellationToken)
            : _session.Calls.ChangeAsync(
                "rds:AddTagsToResource",
                copyArn,
                _session.Rds.AddTagsToResourceAsync,
                new AddTagsToResourceRequest { ResourceName = copyArn, Tags = Answers.Tags(tags) },
                cancellationToken);
    }

    public void Dispose() => _session.Dispose();

    /// <summary>The snapshot's region where it is not the vault's: the SDK then signs a request for that region into the copy.</summary>
    private string? OtherRegion(string arn) => arn.Split(':') is [_, _, _, { Length: > 0 } region, ..] && region != _session.Access.Region ? region : null;
}
