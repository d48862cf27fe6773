using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>The vault account of a <see cref="MemoryCloud"/>, in the role of an emergency: it restores as a drill does, and hands over.</summary>
internal sealed class MemoryEmergency(MemoryCloud cloud) : IEmergencyAccount
{
    public const string FinalGroup = MemoryScratch.FinalGroup;

    private readonly MemoryScratch _scratch = new(cloud);

    /// <summary>The groups that the account lacks.</summary>
    public HashSet<string> Lacks => _scratch.Lacks;

    public bool NeedsSignIn => false;

    public Task SignInAsync(ISecondFactor person, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken) => _scratch.IdentifyAsync(cancellationToken);

    public Task<ParameterGroup?> FindParameterGroupAsync(string name, IReadOnlyCollection<string> parameters, CancellationToken cancellationToken) =>
        _scratch.FindParameterGroupAsync(name, parameters, cancellationToken);

    public Task<bool> SubnetGroupExistsAsync(string name, CancellationToken cancellationToken) => _scratch.SubnetGroupExistsAsync(name, cancellationToken);

    public Task<CloudSnapshot?> FindCopyAsync(string copy, CancellationToken cancellationToken) => _scratch.FindCopyAsync(copy, cancellationToken);

    public Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) => _scratch.DescribeKeyAsync(keyArn, cancellationToken);

    public Task<IReadOnlyList<CloudSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken) => _scratch.ListSnapshotsAsync(cancellationToken);

    public Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken) => _scratch.FindVaultAsync(vault, cancellationToken);

    public Task<RecoveryPoint?> FindPointAsync(string vault, string pointArn, CancellationToken cancellationToken) => _scratch.FindPointAsync(vault, pointArn, cancellationToken);

    public Task<string> StartCopyAsync(CopyOrder order, CancellationToken cancellationToken) => cloud.Backups.StartAsync(
        "backup:StartCopyJob",
        order.Token,
        name => new MemorySnapshot(
            cloud.VaultSnapshots.Values.Single(snapshot => snapshot.Snapshot.Arn == order.PointArn).Snapshot with
            {
                Name = name,
                Arn = $"arn:aws:rds:eu-central-1:{Sample.OtherAccount}:snapshot:{name}",
                KmsKeyArn = cloud.Backups.OtherVault!.KeyArn,
                Tags = new Dictionary<string, string>(),
            },
            cloud.Time.GetUtcNow() + MemoryCloud.SnapshotTakes),
        cloud.OtherSnapshots);

    public async Task<CopyJob?> FindCopyJobAsync(string job, CancellationToken cancellationToken) =>
        await cloud.Backups.FindAsync("backup:DescribeCopyJob", job) is { } found
            ? new CopyJob(found.Id, cloud.Backups.StateOf(found), found.Message, found.Made.Snapshot.Arn, "UNLOCKED")
            : null;

    public Task<CloudInstance?> FindAsync(string name, CancellationToken cancellationToken) => _scratch.FindAsync(name, cancellationToken);

    public Task<CloudInstance> RestoreAsync(RestoreOrder order, CancellationToken cancellationToken) => _scratch.RestoreAsync(order, cancellationToken);

    public Task ResetMasterPasswordAsync(string name, MasterPassword password, InstallationId installation, RunId run, CancellationToken cancellationToken) =>
        _scratch.ResetMasterPasswordAsync(name, password, installation, run, cancellationToken);

    public Task GiveParameterGroupAsync(string name, string parameterGroup, InstallationId installation, RunId run, CancellationToken cancellationToken) =>
        _scratch.GiveParameterGroupAsync(name, parameterGroup, installation, run, cancellationToken);

    public Task RebootAsync(string name, InstallationId installation, RunId run, CancellationToken cancellationToken) =>
        _scratch.RebootAsync(name, installation, run, cancellationToken);
}
