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
    public const string FinalGroup = "courses-postgres15";

    private readonly MemoryScratch _scratch = new(cloud);

    /// <summary>The groups that the account lacks.</summary>
    public HashSet<string> Lacks { get; } = [];

    public bool NeedsSignIn => false;

    public Task SignInAsync(ISecondFactor person, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken) => _scratch.IdentifyAsync(cancellationToken);

    public async Task<ParameterGroup?> FindParameterGroupAsync(string name, IReadOnlyCollection<string> parameters, CancellationToken cancellationToken) =>
        Lacks.Contains(name) ? null
        : name == FinalGroup ? new ParameterGroup(name, "postgres15", new Dictionary<string, string>())
        : await _scratch.FindParameterGroupAsync(name, parameters, cancellationToken);

    public async Task<bool> SubnetGroupExistsAsync(string name, CancellationToken cancellationToken) =>
        !Lacks.Contains(name) && await _scratch.SubnetGroupExistsAsync(name, cancellationToken);

    public Task<CloudSnapshot?> FindCopyAsync(string copy, CancellationToken cancellationToken) => _scratch.FindCopyAsync(copy, cancellationToken);

    public Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) => _scratch.DescribeKeyAsync(keyArn, cancellationToken);

    public Task<IReadOnlyList<CloudSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken) => _scratch.ListSnapshotsAsync(cancellationToken);

    public Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken) => _scratch.FindVaultAsync(vault, cancellationToken);

    public Task<RecoveryPoint?> FindPointAsync(string vault, string pointArn, CancellationToken cancellationToken) => _scratch.FindPointAsync(vault, pointArn, cancellationToken);

    public Task<CloudInstance?> FindAsync(string name, CancellationToken cancellationToken) => _scratch.FindAsync(name, cancellationToken);

    public async Task<CloudInstance> RestoreAsync(RestoreOrder order, CancellationToken cancellationToken)
    {
        await _scratch.RestoreAsync(order, cancellationToken);
        var made = cloud.Instances[order.Name];
        made.Instance = made.Instance with { ParameterGroup = order.ParameterGroup, ParameterStatus = "in-sync", DeletionProtection = order.DeletionProtection };
        return cloud.Describe(made)!;
    }

    public async Task ResetMasterPasswordAsync(string name, MasterPassword password, InstallationId installation, RunId run, CancellationToken cancellationToken)
    {
        RestoredOwnership.Require((await FindAsync(name, cancellationToken))!, installation, run);
        await cloud.CallAsync("rds:ModifyDBInstance", name, true, () =>
        {
            var instance = cloud.Instances[name];
            instance.Password = password.Reveal();
            instance.PasswordsSet++;
            instance.PasswordInForceAt = cloud.Time.GetUtcNow() + MemoryCloud.PasswordTakes;
            return true;
        });
    }

    public async Task GiveParameterGroupAsync(string name, string parameterGroup, InstallationId installation, RunId restore, CancellationToken cancellationToken)
    {
        RestoredOwnership.Require((await FindAsync(name, cancellationToken))!, installation, restore);
        await cloud.CallAsync("rds:ModifyDBInstance", $"{name} {parameterGroup}", true, () =>
            cloud.Instances[name].Instance = cloud.Instances[name].Instance with { ParameterGroup = parameterGroup, ParameterStatus = "pending-reboot" });
    }

    public async Task RebootAsync(string name, InstallationId installation, RunId restore, CancellationToken cancellationToken)
    {
        RestoredOwnership.Require((await FindAsync(name, cancellationToken))!, installation, restore);
        await cloud.CallAsync("rds:RebootDBInstance", name, true, () =>
            cloud.Instances[name].Instance = cloud.Instances[name].Instance with { ParameterStatus = "in-sync" });
    }
}
