using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Cloud;

/// <summary>The vault account of a <see cref="MemoryCloud"/>, in the role that drills.</summary>
/// <param name="cloud">The accounts.</param>
/// <param name="snapshots">What it restores from; null: the copies in the vault.</param>
internal sealed class MemoryScratch(MemoryCloud cloud, Dictionary<string, MemorySnapshot>? snapshots = null) : IScratchAccount
{
    /// <summary>The parameter group that an instance is given at a hand-over.</summary>
    public const string FinalGroup = "courses-postgres15";

    private readonly MemoryVault _vault = new(cloud);

    /// <summary>The groups that the account lacks.</summary>
    public HashSet<string> Lacks { get; } = [];

    public Task<AccountIdentity> IdentifyAsync(CancellationToken cancellationToken) => _vault.IdentifyAsync(cancellationToken);

    public Task<ParameterGroup?> FindParameterGroupAsync(string name, IReadOnlyCollection<string> parameters, CancellationToken cancellationToken) =>
        cloud.CallAsync<ParameterGroup?>("rds:DescribeDBParameters", name, false, () => Lacks.Contains(name) ? null : name == FinalGroup ? new ParameterGroup(name, "postgres15", new Dictionary<string, string>()) : name != "restoredrill-postgres15" ? null : new ParameterGroup(
            name,
            "postgres15",
            new Dictionary<string, string>
            {
                ["max_logical_replication_workers"] = "0", ["rds.logical_replication"] = "1", ["max_prepared_transactions"] = "20",
            }));

    public Task<bool> SubnetGroupExistsAsync(string name, CancellationToken cancellationToken) =>
        cloud.CallAsync("rds:DescribeDBSubnetGroups", name, false, () => !Lacks.Contains(name));

    public Task<CloudSnapshot?> FindCopyAsync(string copy, CancellationToken cancellationToken) => _vault.FindSnapshotAsync(copy, cancellationToken);

    public Task<EncryptionKey> DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) => _vault.DescribeKeyAsync(keyArn, cancellationToken);

    public Task<IReadOnlyList<CloudSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken) => _vault.ListSnapshotsAsync(cancellationToken);

    public Task<BackupVault?> FindVaultAsync(string vault, CancellationToken cancellationToken) => _vault.FindVaultAsync(vault, cancellationToken);

    public Task<RecoveryPoint?> FindPointAsync(string vault, string pointArn, CancellationToken cancellationToken) => _vault.FindPointAsync(vault, pointArn, cancellationToken);

    public Task<CloudInstance?> FindAsync(string name, CancellationToken cancellationToken) => cloud.CallAsync(
        "rds:DescribeDBInstances", name, false, () => cloud.Instances.TryGetValue(name, out var found) ? cloud.Describe(found) : null);

    public Task<IReadOnlyList<CloudInstance>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        cloud.CallAsync<IReadOnlyList<CloudInstance>>("rds:DescribeDBInstances", $"{prefix}*", false, () =>
            [.. cloud.Instances.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(one => cloud.Describe(one.Value)).OfType<CloudInstance>()]);

    public Task<CloudInstance> RestoreAsync(RestoreOrder order, CancellationToken cancellationToken) => cloud.CallAsync(
        "rds:RestoreDBInstanceFromDBSnapshot", order.Name, true, () =>
        {
            if (!(snapshots ?? cloud.VaultSnapshots).ContainsKey(order.Copy))
            {
                throw MemoryCloud.Refusal(CloudFault.NotFound, "rds:RestoreDBInstanceFromDBSnapshot", "DBSnapshotNotFound");
            }

            if (cloud.Instances.TryGetValue(order.Name, out var there) && cloud.Describe(there) is not null)
            {
                throw MemoryCloud.Refusal(CloudFault.AlreadyExists, "rds:RestoreDBInstanceFromDBSnapshot", "DBInstanceAlreadyExists");
            }

            var restored = Sample.Scratch(order.Name, order.Tags, "creating") with
            {
                InstanceClass = order.InstanceClass, ParameterGroup = order.ParameterGroup, ParameterStatus = "in-sync", DeletionProtection = order.DeletionProtection,
            };
            var made = new MemoryInstance(restored, cloud.Time.GetUtcNow() + MemoryCloud.RestoreTakes);
            cloud.Instances[order.Name] = made;
            return cloud.Describe(made)!;
        });

    public async Task ResetMasterPasswordAsync(string name, MasterPassword password, InstallationId installation, RunId drill, CancellationToken cancellationToken)
    {
        InstanceOwnership.Require((await FindAsync(name, cancellationToken))!, installation, drill);
        await cloud.CallAsync("rds:ModifyDBInstance", name, true, () =>
        {
            var instance = cloud.Instances[name];
            instance.Password = password.Reveal();
            instance.PasswordsSet++;
            instance.PasswordInForceAt = cloud.Time.GetUtcNow() + MemoryCloud.PasswordTakes;
            return true;
        });
    }

    public async Task GiveParameterGroupAsync(string name, string parameterGroup, InstallationId installation, RunId run, CancellationToken cancellationToken)
    {
        InstanceOwnership.Require((await FindAsync(name, cancellationToken))!, installation, run);
        await cloud.CallAsync("rds:ModifyDBInstance", $"{name} {parameterGroup}", true, () =>
            cloud.Instances[name].Instance = cloud.Instances[name].Instance with { ParameterGroup = parameterGroup, ParameterStatus = "pending-reboot" });
    }

    public async Task RebootAsync(string name, InstallationId installation, RunId run, CancellationToken cancellationToken)
    {
        InstanceOwnership.Require((await FindAsync(name, cancellationToken))!, installation, run);
        await cloud.CallAsync("rds:RebootDBInstance", name, true, () =>
            cloud.Instances[name].Instance = cloud.Instances[name].Instance with { ParameterStatus = "in-sync" });
    }

    public async Task RemoveAsync(string name, InstallationId installation, RunId drill, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is { } found && found.Status != "deleting")
        {
            ScratchOwnership.Require(found, installation, drill);
            await cloud.CallAsync("rds:DeleteDBInstance", name, true, () => cloud.Instances[name].GoneAt = cloud.Time.GetUtcNow() + MemoryCloud.DeletionTakes);
        }
    }
}
