using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>Another account of a <see cref="MemoryCloud"/>, into which an emergency restore restores.</summary>
internal sealed class MemoryTarget(MemoryCloud cloud) : IRestoringAccount
{
    private readonly MemoryScratch _scratch = new(cloud, cloud.OtherSnapshots);

    /// <summary>The groups that the account lacks.</summary>
    public HashSet<string> Lacks => _scratch.Lacks;

    /// <summary>The account that its role is in.</summary>
    public string Account { get; set; } = Sample.OtherAccount;

    /// <summary>Whether the key of the vault account is shared with it.</summary>
    public bool MayUseTheVaultsKey { get; set; } = true;

    /// <summary>Whether its backup vault is under a key of AWS's own.</summary>
    public bool VaultKeyIsAwsManaged { get; set; }

    public Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken) => cloud.CallAsync(
        "sts:GetCallerIdentity", "target", false, () => new AccountIdentity(Account, $"arn:aws:sts::{Account}:assumed-role/restoredrill-restore-target/x", TimeSpan.Zero));

    public Task<ParameterGroup?> FindParameterGroupAsync(string name, IReadOnlyCollection<string> parameters, CancellationToken cancellationToken) =>
        _scratch.FindParameterGroupAsync(name, parameters, cancellationToken);

    public Task<bool> SubnetGroupExistsAsync(string name, CancellationToken cancellationToken) => _scratch.SubnetGroupExistsAsync(name, cancellationToken);

    public Task<CloudSnapshot?> FindCopyAsync(string copy, CancellationToken cancellationToken) => cloud.CallAsync(
        "rds:DescribeDBSnapshots", copy, false, () => cloud.OtherSnapshots.TryGetValue(copy, out var found) ? cloud.Describe(found) : null);

    public Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) => cloud.CallAsync(
        "kms:DescribeKey",
        keyArn,
        false,
        () => keyArn != Sample.VaultKey ? new EncryptionKey(keyArn, "Enabled", VaultKeyIsAwsManaged)
            : MayUseTheVaultsKey ? new EncryptionKey(keyArn, "Enabled", false)
            : throw MemoryCloud.Refusal(CloudFault.AccessDenied, "kms:DescribeKey", "AccessDeniedException"));

    public Task<IReadOnlyList<CloudSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("Copies are in the vault account.");

    public Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken) => cloud.Backups.FindVaultAsync(cloud.Backups.OtherVault, vault);

    public Task<RecoveryPoint?> FindPointAsync(string vault, string pointArn, CancellationToken cancellationToken) => cloud.Backups.FindPointAsync(vault, pointArn);

    public Task<CloudInstance?> FindAsync(string name, CancellationToken cancellationToken) => _scratch.FindAsync(name, cancellationToken);

    public Task<CloudInstance> RestoreAsync(RestoreOrder order, CancellationToken cancellationToken) => _scratch.RestoreAsync(order, cancellationToken);

    public Task ResetMasterPasswordAsync(string name, MasterPassword password, InstallationId installation, RunId run, CancellationToken cancellationToken) =>
        _scratch.ResetMasterPasswordAsync(name, password, installation, run, cancellationToken);

    public Task GiveParameterGroupAsync(string name, string parameterGroup, InstallationId installation, RunId run, CancellationToken cancellationToken) =>
        _scratch.GiveParameterGroupAsync(name, parameterGroup, installation, run, cancellationToken);

    public Task RebootAsync(string name, InstallationId installation, RunId run, CancellationToken cancellationToken) =>
        _scratch.RebootAsync(name, installation, run, cancellationToken);
}
