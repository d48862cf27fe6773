using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>The source account of a <see cref="MemoryCloud"/>.</summary>
internal sealed class MemorySource(MemoryCloud cloud) : ISourceAccount
{
    public Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken) => cloud.CallAsync(
        "sts:GetCallerIdentity", "source", false, () => new AccountIdentity(Sample.SourceAccount, "arn:aws:sts::111111111111:assumed-role/restoredrill-source/x", TimeSpan.Zero));

    public Task<SourceInstance?> FindInstanceAsync(string instance, CancellationToken cancellationToken) => cloud.CallAsync(
        "rds:DescribeDBInstances", instance, false, () => instance != Sample.Instance ? null : new SourceInstance
        {
            Name = instance,
            Arn = Sample.Facts.SourceArn,
            ResourceId = Sample.ResourceId,
            Status = cloud.SourceStatus,
            Engine = "postgres",
            EngineVersion = "15.18",
            KmsKeyArn = cloud.SourceKey,
            InstanceClass = "db.r6g.large",
            ParameterGroup = "courses-pg15",
            DeletionProtection = cloud.SourceIsProtected,
            BackupRetentionDays = 7,
            MasterUser = "master",
            Host = MemoryReaders.SourceHost,
            Port = 5432,
        });

    public Task<MasterPassword> MakeLoginTokenAsync(string host, int port, string user, CancellationToken cancellationToken) =>
        cloud.CallAsync("rds-db:connect", host, false, static () => MasterPassword.Of("token"));

    public Task<IReadOnlyDictionary<string, string>> ReadParametersAsync(
        string parameterGroup, IReadOnlyCollection<string> names, CancellationToken cancellationToken) => cloud.CallAsync<IReadOnlyDictionary<string, string>>(
        "rds:DescribeDBParameters", parameterGroup, false, static () => new Dictionary<string, string> { ["rds.logical_replication"] = "1", ["max_prepared_transactions"] = "20" });

    public Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) => cloud.CallAsync(
        "kms:DescribeKey",
        keyArn,
        false,
        () => cloud.SourceKeyState is { } state ? new EncryptionKey(keyArn, state, cloud.SourceKeyIsAwsManaged) : throw MemoryCloud.Refusal(CloudFault.NotFound, "kms:DescribeKey", "NotFoundException"));

    public Task<CloudSnapshot?> FindSnapshotAsync(string snapshot, CancellationToken cancellationToken) => cloud.CallAsync(
        "rds:DescribeDBSnapshots", snapshot, false, () => cloud.SourceSnapshots.TryGetValue(snapshot, out var found) ? cloud.Describe(found) : null);

    public Task<CloudSnapshot> CreateSnapshotAsync(
        string instance, string snapshot, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        MakeAsync("rds:CreateDBSnapshot", snapshot, tags);

    public Task<CloudSnapshot> ReencryptSnapshotAsync(
        string snapshot, string target, string kmsKey, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        MakeAsync("rds:CopyDBSnapshot", target, tags);

    public Task<IReadOnlyList<string>> SharedWithAsync(string snapshot, CancellationToken cancellationToken) => cloud.CallAsync<IReadOnlyList<string>>(
        "rds:DescribeDBSnapshotAttributes", snapshot, false, () => [.. cloud.Shares.GetValueOrDefault(snapshot, [])]);

    public Task ShareAsync(string snapshot, string accountId, CancellationToken cancellationToken) => cloud.CallAsync(
        "rds:ModifyDBSnapshotAttribute", $"{snapshot} add {accountId}", true, () => (cloud.Shares[snapshot] = [.. cloud.Shares.GetValueOrDefault(snapshot, []), accountId]).Count);

    public Task UnshareAsync(string snapshot, string accountId, CancellationToken cancellationToken) => cloud.CallAsync(
        "rds:ModifyDBSnapshotAttribute", $"{snapshot} remove {accountId}", true, () => cloud.Shares[snapshot].Remove(accountId));

    public async Task RemoveStagingSnapshotAsync(string snapshot, InstallationId installation, RunId run, CancellationToken cancellationToken)
    {
        if (await FindSnapshotAsync(snapshot, cancellationToken) is { } found)
        {
            StagingOwnership.Require(found, installation, run);
            await cloud.CallAsync("rds:DeleteDBSnapshot", snapshot, true, () => cloud.SourceSnapshots.Remove(snapshot));
        }
    }

    public Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken) => cloud.Backups.FindVaultAsync(cloud.Backups.SourceVault, vault);

    public Task<string> StartBackupAsync(BackupOrder order, CancellationToken cancellationToken) => cloud.Backups.StartAsync(
        "backup:StartBackupJob", order.Token, name => Made(name, order.Tags), cloud.SourceSnapshots);

    public async Task<BackupJob?> FindBackupJobAsync(string job, CancellationToken cancellationToken) =>
        await cloud.Backups.FindAsync("backup:DescribeBackupJob", job) is { } found
            ? new BackupJob(found.Id, cloud.Backups.StateOf(found), found.Message, found.Made.Snapshot.Arn)
            : null;

    public Task<string> StartCopyAsync(CopyOrder order, CancellationToken cancellationToken) => cloud.Backups.StartAsync(
        "backup:StartCopyJob",
        order.Token,
        name =>
        {
            var copied = cloud.SourceSnapshots.Values.Single(snapshot => snapshot.Snapshot.Arn == order.PointArn).Snapshot;
            return new MemorySnapshot(
                copied with
                {
                    Name = name,
                    Arn = $"arn:aws:rds:eu-central-1:{Sample.VaultAccount}:snapshot:{name}",
                    KmsKeyArn = Sample.VaultKey,
                    Encrypted = true,
                    Tags = cloud.Backups.CopiesTags ? copied.Tags : new Dictionary<string, string>(),
                },
                cloud.Time.GetUtcNow() + MemoryCloud.SnapshotTakes);
        },
        cloud.VaultSnapshots);

    public async Task<CopyJob?> FindCopyJobAsync(string job, CancellationToken cancellationToken) =>
        await cloud.Backups.FindAsync("backup:DescribeCopyJob", job) is { } found
            ? new CopyJob(found.Id, cloud.Backups.StateOf(found), found.Message, found.Made.Snapshot.Arn, "LOCKED")
            : null;

    private Task<CloudSnapshot> MakeAsync(string operation, string name, IReadOnlyDictionary<string, string> tags) => cloud.CallAsync(operation, name, true, () =>
    {
        if (cloud.SourceSnapshots.ContainsKey(name))
        {
            throw MemoryCloud.Refusal(CloudFault.AlreadyExists, operation, "DBSnapshotAlreadyExists");
        }

        var made = Made(name, tags);
        cloud.SourceSnapshots.Add(name, made);
        return cloud.Describe(made);
    });

    private MemorySnapshot Made(string name, IReadOnlyDictionary<string, string> tags) => new(
        Sample.Snapshot(name, tags, "creating") with { OriginalCreateTime = Sample.Facts.SnapshotTime + cloud.DataMovedOn, DatabaseTime = Sample.Facts.DatabaseTime + cloud.DataMovedOn, AllocatedStorage = 200 },
        cloud.Time.GetUtcNow() + MemoryCloud.SnapshotTakes);
}
