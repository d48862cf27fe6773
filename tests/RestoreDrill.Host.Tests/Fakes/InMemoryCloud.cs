using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>Both accounts in memory, where everything is done at once, for the command line's own tests.</summary>
internal sealed class InMemoryCloud(TimeProvider time) : ISourceAccount, IVaultAccount, IScratchAccount, IEmergencyAccount
{
    public const string SourceAccount = "111111111111";
    public const string VaultAccount = "222222222222";

    private readonly Dictionary<string, CloudInstance> _instances = [];

    public Dictionary<string, CloudSnapshot> InSource { get; } = [];

    public Dictionary<string, CloudSnapshot> InVault { get; } = [];

    /// <summary>Set: everything asked of the vault account throws it.</summary>
    public CloudException? VaultTrouble { get; set; }

    public CloudException? SourceTrouble { get; set; }

    public string SourceAnswersFrom { get; set; } = SourceAccount;

    /// <summary>How far this machine's clock is behind the vault account's.</summary>
    public TimeSpan ClockSkew { get; set; }

    public bool HasInstance { get; set; } = true;

    public string? SourceHost { get; set; } = "courses-prod.source.rds";

    /// <summary>DB subnet groups and parameter groups that the vault account does not have.</summary>
    public HashSet<string> MissingGroups { get; } = [];

    public string? ReplicationWorkers { get; set; } = "0";

    public string VaultKeyState { get; set; } = "Enabled";

    public string SourceKeyState { get; set; } = "Enabled";

    public string? PreloadedLibraries { get; set; }

    public IReadOnlyDictionary<string, CloudInstance> Instances => _instances;

    public void Restored(CloudInstance instance) => _instances[instance.Name] = instance;

    /// <summary>The codes that were typed for the role of emergencies; each is good for everything after it.</summary>
    public List<string> Codes { get; } = [];

    /// <summary>Set: what signing in ends with.</summary>
    public Exception? SignInTrouble { get; set; }

    public bool NeedsSignIn => Codes.Count == 0;

    public async Task SignInAsync(ISecondFactor person, CancellationToken cancellationToken)
    {
        if (SignInTrouble is not null)
        {
            throw SignInTrouble;
        }

        if (NeedsSignIn)
        {
            Codes.Add(await person.AskAsync($"arn:aws:iam::{VaultAccount}:mfa/maria", $"arn:aws:iam::{VaultAccount}:role/restoredrill-restore", null, cancellationToken));
        }
    }

    Task<AccountIdentity> ISourceAccount.IdentifyAsync(CancellationToken cancellationToken) =>
        Source(new AccountIdentity(SourceAnswersFrom, $"arn:aws:sts::{SourceAnswersFrom}:assumed-role/restoredrill-source/x", TimeSpan.Zero));

    public Task<SourceInstance?> FindInstanceAsync(string instance, CancellationToken cancellationToken) => Source(HasInstance
        ? new SourceInstance
        {
            Name = instance,
            Arn = $"arn:aws:rds:eu-west-1:{SourceAccount}:db:{instance}",
            ResourceId = "db-ABC",
            Status = "available",
            Engine = "postgres",
            EngineVersion = "15.18",
            InstanceClass = "db.t3.medium",
            ParameterGroup = "prod",
            MasterUser = "postgres",
            Host = SourceHost,
            Port = 5432,
            KmsKeyArn = $"arn:aws:kms:eu-west-1:{SourceAccount}:key/0f1e",
        }
        : null);

    public Task<IReadOnlyDictionary<string, string>> ReadParametersAsync(string parameterGroup, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Source<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    Task<EncryptionKey> ISourceAccount.DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) => Source(new EncryptionKey(keyArn, SourceKeyState, false));

    Task<CloudSnapshot?> ISourceAccount.FindSnapshotAsync(string snapshot, CancellationToken cancellationToken) => Source(InSource.GetValueOrDefault(snapshot));

    public Task<CloudSnapshot> CreateSnapshotAsync(string instance, string snapshot, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        Source(InSource[snapshot] = Snapshot(snapshot, SourceAccount, tags));

    public Task<MasterPassword> MakeLoginTokenAsync(string host, int port, string user, CancellationToken cancellationToken) =>
        Source(MasterPassword.Of($"token of {user} at {host}:{port}"));

    public Task<CloudSnapshot> ReencryptSnapshotAsync(
        string snapshot, string target, string kmsKey, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<string>> SharedWithAsync(string snapshot, CancellationToken cancellationToken) => Source<IReadOnlyList<string>>([]);

    public Task ShareAsync(string snapshot, string accountId, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The backup vaults of both accounts, by name.</summary>
    public Dictionary<string, BackupVault> BackupVaults { get; } = [];

    Task<BackupVault?> ISourceBackups.FindVaultAsync(string vault, CancellationToken cancellationToken) => Source(BackupVaults.GetValueOrDefault(vault));

    Task<BackupVault?> IVaultBackups.FindVaultAsync(string vault, CancellationToken cancellationToken) => Vault(BackupVaults.GetValueOrDefault(vault));

    public Task<RecoveryPoint?> FindPointAsync(string vault, string pointArn, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string> StartBackupAsync(BackupOrder order, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<BackupJob?> FindBackupJobAsync(string job, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string> StartCopyAsync(CopyOrder order, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CopyJob?> FindCopyJobAsync(string job, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UnshareAsync(string snapshot, string accountId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveStagingSnapshotAsync(string snapshot, InstallationId installation, RunId run, CancellationToken cancellationToken)
    {
        InSource.Remove(snapshot);
        return Task.CompletedTask;
    }

    Task<AccountIdentity> IVaultAccount.IdentifyAsync(CancellationToken cancellationToken) => Identity("vault");

    Task<EncryptionKey> IVaultAccount.DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) => Vault(new EncryptionKey(keyArn, VaultKeyState, false));

    Task<CloudSnapshot?> IVaultAccount.FindSnapshotAsync(string snapshot, CancellationToken cancellationToken) => Vault(InVault.GetValueOrDefault(snapshot));

    public Task<IReadOnlyList<CloudSnapshot>> ListSnapshotsAsync(CancellationToken cancellationToken) =>
        Vault<IReadOnlyList<CloudSnapshot>>([.. InVault.Values]);

    public Task<CloudSnapshot> CopyAsync(
        string sharedSnapshotArn, string copy, string kmsKey, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        Vault(InVault[copy] = Snapshot(copy, VaultAccount, tags) with
        {
            OriginalCreateTime = InSource.Values.Single(snapshot => snapshot.Arn == sharedSnapshotArn).OriginalCreateTime,
            DatabaseTime = InSource.Values.Single(snapshot => snapshot.Arn == sharedSnapshotArn).DatabaseTime,
        });

    public Task TagAsync(string copyArn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var copy = InVault.Values.Single(snapshot => snapshot.Arn == copyArn);
        var all = new Dictionary<string, string>(copy.Tags);
        foreach (var (key, value) in tags)
        {
            all[key] = value;
        }

        InVault[copy.Name] = copy with { Tags = all };
        return Task.CompletedTask;
    }

    Task<AccountIdentity> IRestoringAccount.IdentifyAsync(CancellationToken cancellationToken) => Identity("drill");

    public Task<ParameterGroup?> FindParameterGroupAsync(string name, IReadOnlyCollection<string> parameters, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>();
        if (ReplicationWorkers is { } workers)
        {
            values["max_logical_replication_workers"] = workers;
        }

        if (PreloadedLibraries is { } libraries)
        {
            values["shared_preload_libraries"] = libraries;
        }

        return Vault(MissingGroups.Contains(name) ? null : new ParameterGroup(name, "postgres15", values));
    }

    public Task<bool> SubnetGroupExistsAsync(string name, CancellationToken cancellationToken) => Vault(!MissingGroups.Contains(name));

    public Task<CloudSnapshot?> FindCopyAsync(string copy, CancellationToken cancellationToken) => Vault(InVault.GetValueOrDefault(copy));

    Task<EncryptionKey> IRestoringAccount.DescribeKeyAsync(string keyArn, CancellationToken cancellationToken) => Vault(new EncryptionKey(keyArn, VaultKeyState, false));

    public Task<CloudInstance?> FindAsync(string name, CancellationToken cancellationToken) => Vault(_instances.GetValueOrDefault(name));

    public Task<IReadOnlyList<CloudInstance>> ListAsync(string prefix, CancellationToken cancellationToken) => Vault<IReadOnlyList<CloudInstance>>([.. _instances.Values]);

    public Task<CloudInstance> RestoreAsync(RestoreOrder order, CancellationToken cancellationToken) => Vault(_instances[order.Name] = new CloudInstance
    {
        Name = order.Name,
        Arn = $"arn:aws:rds:eu-west-1:{VaultAccount}:db:{order.Name}",
        Status = "available",
        Host = "127.0.0.1",
        Port = 5432,
        MasterUser = "postgres",
        EngineVersion = "15.18",
        InstanceClass = order.InstanceClass,
        ParameterGroup = order.ParameterGroup,
        ParameterStatus = "in-sync",
        Tags = order.Tags,
    });

    public Task GiveParameterGroupAsync(string name, string parameterGroup, InstallationId installation, RunId restore, CancellationToken cancellationToken) =>
        Vault(_instances[name] = _instances[name] with { ParameterGroup = parameterGroup, ParameterStatus = "pending-reboot" });

    public Task RebootAsync(string name, InstallationId installation, RunId restore, CancellationToken cancellationToken) =>
        Vault(_instances[name] = _instances[name] with { ParameterStatus = "in-sync" });

    public Task ResetMasterPasswordAsync(string name, MasterPassword password, InstallationId installation, RunId drill, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(string name, InstallationId installation, RunId drill, CancellationToken cancellationToken)
    {
        _instances.Remove(name);
        return Task.CompletedTask;
    }

    private Task<AccountIdentity> Identity(string role) =>
        Vault(new AccountIdentity(VaultAccount, $"arn:aws:sts::{VaultAccount}:assumed-role/restoredrill-{role}/x", ClockSkew));

    private CloudSnapshot Snapshot(string name, string account, IReadOnlyDictionary<string, string> tags) => new()
    {
        Name = name,
        Arn = $"arn:aws:rds:eu-west-1:{account}:snapshot:{name}",
        Status = "available",
        PercentProgress = 100,
        Encrypted = account == VaultAccount,
        KmsKeyArn = account == VaultAccount ? "arn:aws:kms:eu-west-1:222222222222:alias/restoredrill" : null,
        OriginalCreateTime = time.GetUtcNow(),
        DatabaseTime = time.GetUtcNow(),
        EngineVersion = "15.18",
        MasterUser = "postgres",
        AllocatedStorage = 20,
        Tags = tags,
    };

    private Task<T> Source<T>(T value) => SourceTrouble is null ? Task.FromResult(value) : Task.FromException<T>(SourceTrouble);

    private Task<T> Vault<T>(T value) => VaultTrouble is null ? Task.FromResult(value) : Task.FromException<T>(VaultTrouble);
}
