using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>The vault account of a <see cref="MemoryCloud"/>, in the role that copies.</summary>
internal sealed class MemoryVault(MemoryCloud cloud) : IVaultAccount
{
    public Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken) => cloud.CallAsync(
        "sts:GetCallerIdentity", "vault", false, () => new AccountIdentity(Sample.VaultAccount, "arn:aws:sts::222222222222:assumed-role/restoredrill-vault/x", TimeSpan.Zero));

    public Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) => cloud.CallAsync(
        "kms:DescribeKey", keyArn, false, () => new EncryptionKey(keyArn, cloud.VaultKeyState, cloud.VaultKeyIsAwsManaged));

    public Task<CloudSnapshot?> FindSnapshotAsync(string snapshot, CancellationToken cancellationToken) => cloud.CallAsync(
        "rds:DescribeDBSnapshots", snapshot, false, () => cloud.VaultSnapshots.TryGetValue(snapshot, out var found) ? cloud.Describe(found) : null);

    public Task<IReadOnlyList<CloudSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken) => cloud.CallAsync<IReadOnlyList<CloudSnapshot>>(
        "rds:DescribeDBSnapshots", "all", false, () => [.. cloud.VaultSnapshots.Values.Select(cloud.Describe)]);

    public Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken) => cloud.Backups.FindVaultAsync(cloud.Backups.Vault, vault);

    public Task<RecoveryPoint?> FindPointAsync(string vault, string pointArn, CancellationToken cancellationToken) => cloud.Backups.FindPointAsync(vault, pointArn);

    public Task<CloudSnapshot> CopyAsync(
        string sharedSnapshotArn, string copy, string kmsKey, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) => cloud.CallAsync(
        "rds:CopyDBSnapshot", copy, true, () =>
        {
            if (cloud.VaultSnapshots.ContainsKey(copy))
            {
                throw MemoryCloud.Refusal(CloudFault.AlreadyExists, "rds:CopyDBSnapshot", "DBSnapshotAlreadyExists");
            }

            var shared = cloud.SourceSnapshots.Values.Single(snapshot => snapshot.Snapshot.Arn == sharedSnapshotArn);
            Assert.Contains(Sample.VaultAccount, cloud.Shares[shared.Snapshot.Name]);
            var made = new MemorySnapshot(
                shared.Snapshot with { Name = copy, Arn = $"arn:aws:rds:eu-central-1:{Sample.VaultAccount}:snapshot:{copy}", Tags = tags, KmsKeyArn = kmsKey, Encrypted = true },
                cloud.Time.GetUtcNow() + MemoryCloud.SnapshotTakes);
            cloud.VaultSnapshots.Add(copy, made);
            return cloud.Describe(made);
        });

    public Task TagAsync(string copyArn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) => cloud.CallAsync(
        copyArn.Contains(RecoveryPointNames.Prefix, StringComparison.Ordinal) ? "backup:TagResource" : "rds:AddTagsToResource", copyArn, true, () =>
        {
            var copy = cloud.VaultSnapshots.Values.Single(snapshot => snapshot.Snapshot.Arn == copyArn);
            copy.Snapshot = copy.Snapshot with { Tags = copy.Snapshot.Tags.Concat(tags).GroupBy(static tag => tag.Key).ToDictionary(static tag => tag.Key, static tag => tag.Last().Value) };
            return true;
        });
}
