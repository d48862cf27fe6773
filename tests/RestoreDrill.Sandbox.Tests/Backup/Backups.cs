using Amazon.Backup;
using Amazon.Backup.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Kms;
using RestoreDrill.Sandbox.Tests.Clusters;

namespace RestoreDrill.Sandbox.Tests.Backup;

/// <summary>Vaults, backups and copies as tests need them.</summary>
internal sealed class Backups(RunningSandbox sandbox)
{
    public const string Instance = $"arn:aws:rds:{RunningSandbox.Region}:111111111111:db:{RunningSandbox.Instance}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public AmazonBackupClient Source { get; } = sandbox.Backup(sandbox.KeysOf(Account.Source));

    public AmazonBackupClient Vault { get; } = sandbox.Backup(sandbox.KeysOf(Account.Vault));

    public static string RoleOf(Account account) => $"arn:aws:iam::{account.Id}:role/restoredrill-backup-service";

    public static string VaultArn(Account account, string name) => $"arn:aws:backup:{RunningSandbox.Region}:{account.Id}:backup-vault:{name}";

    public static string NewName(string prefix) => $"{prefix}-{Guid.NewGuid():n}"[..(prefix.Length + 9)];

    /// <summary>A new vault under the account's customer managed key, or under AWS's own.</summary>
    public async Task<string> CreateVaultAsync(AmazonBackupClient account, string prefix, bool isUnderDefaultKey = false)
    {
        var name = NewName(prefix);
        var key = isUnderDefaultKey ? null
            : KmsKey.FirstArn((account == Source ? Account.Source : Account.Vault).Id, RunningSandbox.Region, KmsKey.CustomerAlias);
        await account.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = name, EncryptionKeyArn = key }, Ct);
        return name;
    }

    /// <summary>A new vault in the vault account that lets the source account copy into it, with the organisation's feature on.</summary>
    public async Task<string> CreateDestinationAsync(string prefix, bool isUnderDefaultKey = false)
    {
        var name = await CreateVaultAsync(Vault, prefix, isUnderDefaultKey);
        await LetInAsync(name);
        await SetCrossAccountAsync(true);
        return name;
    }

    public Task LetInAsync(string vault) => Vault.PutBackupVaultAccessPolicyAsync(new PutBackupVaultAccessPolicyRequest
    {
        BackupVaultName = vault,
        Policy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"backup:CopyIntoBackupVault","Resource":"*"}]}
            """,
    }, Ct);

    public Task SetCrossAccountAsync(bool enabled) => sandbox.Backup(sandbox.KeysOf(Account.Management)).UpdateGlobalSettingsAsync(
        new UpdateGlobalSettingsRequest { GlobalSettings = new() { ["isCrossAccountBackupEnabled"] = enabled ? "true" : "false" } }, Ct);

    public static StartBackupJobRequest Job(string vault, long? days = null) => new()
    {
        BackupVaultName = vault, ResourceArn = Instance, IamRoleArn = RoleOf(Account.Source), Lifecycle = Lifecycle(days),
    };

    public static StartCopyJobRequest CopyJob(string sourceVault, string point, string destinationVault, long? days = null) => new()
    {
        SourceBackupVaultName = sourceVault,
        RecoveryPointArn = point,
        DestinationBackupVaultArn = VaultArn(Account.Vault, destinationVault),
        IamRoleArn = RoleOf(Account.Source),
        Lifecycle = Lifecycle(days),
    };

    /// <summary>Backs the instance up into a vault of the source account, once it is available, and waits for the job's end.</summary>
    public async Task<DescribeBackupJobResponse> BackUpAsync(string vault, long? days = null) => await BackUpAsync(Job(vault, days));

    public async Task<DescribeBackupJobResponse> BackUpAsync(StartBackupJobRequest request) =>
        await BackupEndAsync((await Source.StartBackupJobAsync(request, Ct)).BackupJobId);

    public async Task<CopyJob> CopyAsync(StartCopyJobRequest request) => await CopyEndAsync((await Source.StartCopyJobAsync(request, Ct)).CopyJobId);

    public Task<DescribeBackupJobResponse> DescribeAsync(string job) => Source.DescribeBackupJobAsync(new DescribeBackupJobRequest { BackupJobId = job }, Ct);

    public async Task<DescribeBackupJobResponse> BackupEndAsync(string job)
    {
        DescribeBackupJobResponse? described = null;
        await Eventually.HoldsAsync(async () =>
        {
            described = await DescribeAsync(job);
            return described.State.Value is not ("CREATED" or "RUNNING");
        }, $"the backup job {job} has ended");
        return described!;
    }

    public async Task<CopyJob> CopyEndAsync(string job)
    {
        CopyJob? described = null;
        await Eventually.HoldsAsync(async () =>
        {
            described = (await Source.DescribeCopyJobAsync(new DescribeCopyJobRequest { CopyJobId = job }, Ct)).CopyJob;
            return described.State.Value is not ("CREATED" or "RUNNING");
        }, $"the copy job {job} has ended");
        return described!;
    }

    /// <summary>A restore in the source account that makes no backup of its own, with more metadata or with other values.</summary>
    public static StartRestoreJobRequest Restore(string point, string name, params (string Key, string Value)[] metadata)
    {
        var request = new StartRestoreJobRequest
        {
            RecoveryPointArn = point,
            IamRoleArn = RoleOf(Account.Source),
            Metadata = new() { ["dbInstanceIdentifier"] = name, ["backupRetentionPeriod"] = "0" },
        };
        foreach (var (key, value) in metadata)
        {
            request.Metadata[key] = value;
        }

        return request;
    }

    public async Task<DescribeRestoreJobResponse> RestoreAsync(StartRestoreJobRequest request) =>
        await RestoreEndAsync((await Source.StartRestoreJobAsync(request, Ct)).RestoreJobId);

    public Task<DescribeRestoreJobResponse> DescribeRestoreAsync(string job) =>
        Source.DescribeRestoreJobAsync(new DescribeRestoreJobRequest { RestoreJobId = job }, Ct);

    public async Task<DescribeRestoreJobResponse> RestoreEndAsync(string job)
    {
        DescribeRestoreJobResponse? described = null;
        await Eventually.HoldsAsync(async () =>
        {
            described = await DescribeRestoreAsync(job);
            return described.Status.Value is not ("PENDING" or "RUNNING");
        }, $"the restore job {job} has ended");
        return described!;
    }

    private static Lifecycle? Lifecycle(long? days) => days is null ? null : new Lifecycle { DeleteAfterDays = days };
}
