using Amazon.Backup;
using Amazon.Backup.Model;
using Amazon.KeyManagementService.Model;
using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using RestoreDrill.Isolation.Tests.Setting;
using Account = RestoreDrill.Sandbox.Accounts.Account;

namespace RestoreDrill.Isolation.Tests;

/// <summary>What was isolated lets a person bring a copy out of the locked vault, into the account that is named and under the service control policy.</summary>
public sealed class CopyBackTests : IAsyncLifetime
{
    private const string Region = "eu-west-1";
    private const string Production = "courses";

    private NewAccounts _accounts = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IsolationOptions Options => _accounts.Options with
    {
        Instances = [Production],
        Restore = _accounts.Options.Restore! with
        {
            Account = new RestoreTargetOptions(Account.Source.Id, "arn:aws:iam::111111111111:role/restoredrill-restore-target", "restored", "arn:aws:iam::222222222222:role/restoredrill-backup"),
        },
    };

    public async ValueTask InitializeAsync() => _accounts = await NewAccounts.BeginAsync(Ct);

    public ValueTask DisposeAsync() => _accounts.DisposeAsync();

    [Fact]
    public async Task Copy_comes_back_from_accounts_that_were_isolated_for_it()
    {
        await MakeProductionAsync();
        Assert.Equal(ApplyEnd.Done, (await _accounts.ApplyAsync(new Person(), Ct, Options)).End);
        using var source = Backup(_accounts.KeysOf(Account.Source));
        var point = await BackUpAsync(source);
        var copy = await CopyAsync(source, "staging", point, "arn:aws:backup:eu-west-1:222222222222:backup-vault:copies", Options.BackupRoleArn, 35);
        await MakeArrivalsAsync(source);
        using var person = Backup(await SignInAsync());

        var arrived = await CopyAsync(person, "copies", copy, "arn:aws:backup:eu-west-1:111111111111:backup-vault:restored", Options.Restore!.Account!.CopyRoleArn, 7);

        Assert.Equal("COMPLETED", (await source.DescribeRecoveryPointAsync(new DescribeRecoveryPointRequest { BackupVaultName = "restored", RecoveryPointArn = arrived }, Ct)).Status.Value);
    }

    private async Task MakeProductionAsync()
    {
        using var rds = new AmazonRDSClient(_accounts.KeysOf(Account.Source), new AmazonRDSConfig { ServiceURL = _accounts.Host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region });
        await rds.CreateDBInstanceAsync(
            new CreateDBInstanceRequest
            {
                DBInstanceIdentifier = Production,
                DBInstanceClass = "db.t4g.micro",
                Engine = "postgres",
                MasterUsername = "postgres",
                MasterUserPassword = "Master-password-1",
                AllocatedStorage = 20,
                StorageEncrypted = true,
                KmsKeyId = "alias/production",
            },
            Ct);
        await UntilAsync(async () => (await rds.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = Production }, Ct)).DBInstances[0].DBInstanceStatus == "available");
    }

    /// <summary>The other account's own part: its backup vault, which lets the vault account in.</summary>
    private async Task MakeArrivalsAsync(AmazonBackupClient target)
    {
        var key = (await _accounts.SourceKeys.DescribeKeyAsync(new DescribeKeyRequest { KeyId = "alias/production" }, Ct)).KeyMetadata.Arn;
        await target.CreateBackupVaultAsync(new CreateBackupVaultRequest { BackupVaultName = "restored", EncryptionKeyArn = key }, Ct);
        await target.PutBackupVaultAccessPolicyAsync(
            new PutBackupVaultAccessPolicyRequest
            {
                BackupVaultName = "restored",
                Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"backup:CopyIntoBackupVault","Resource":"*"}]}""",
            },
            Ct);
    }

    private async Task<string> BackUpAsync(AmazonBackupClient source)
    {
        var id = (await source.StartBackupJobAsync(
            new StartBackupJobRequest { BackupVaultName = "staging", ResourceArn = $"arn:aws:rds:{Region}:111111111111:db:{Production}", IamRoleArn = Options.BackupRoleArn, Lifecycle = new Lifecycle { DeleteAfterDays = 7 } },
            Ct)).BackupJobId;
        DescribeBackupJobResponse? job = null;
        await UntilAsync(async () => (job = await source.DescribeBackupJobAsync(new DescribeBackupJobRequest { BackupJobId = id }, Ct)).State.Value is not ("CREATED" or "RUNNING"));
        Assert.Equal("COMPLETED", job!.State.Value);
        return job.RecoveryPointArn;
    }

    private static async Task<string> CopyAsync(AmazonBackupClient backup, string from, string point, string to, string role, int days)
    {
        var id = (await backup.StartCopyJobAsync(
            new StartCopyJobRequest { SourceBackupVaultName = from, RecoveryPointArn = point, DestinationBackupVaultArn = to, IamRoleArn = role, Lifecycle = new Lifecycle { DeleteAfterDays = days } },
            Ct)).CopyJobId;
        CopyJob? job = null;
        await UntilAsync(async () => (job = (await backup.DescribeCopyJobAsync(new DescribeCopyJobRequest { CopyJobId = id }, Ct)).CopyJob).State.Value is not ("CREATED" or "RUNNING"));
        Assert.Equal(("COMPLETED", null), (job!.State.Value, job.StatusMessage));
        return job.DestinationRecoveryPointArn;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; !await holds(); i++)
        {
            Assert.True(i < 600, "it took a minute");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Ct);
        }
    }

    private async Task<AWSCredentials> SignInAsync()
    {
        var code = _accounts.Host.Control.MfaCodes.Single(static one => one.Account == Account.Vault.Id);
        using var sts = new AmazonSecurityTokenServiceClient(
            _accounts.KeysOf(Account.Vault), new AmazonSecurityTokenServiceConfig { ServiceURL = _accounts.Host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region });
        return (await sts.AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = Options.Restore!.RoleArn, RoleSessionName = "a-test", SerialNumber = code.SerialNumber, TokenCode = code.Code }, Ct)).Credentials;
    }

    private AmazonBackupClient Backup(AWSCredentials credentials) =>
        new(credentials, new AmazonBackupConfig { ServiceURL = _accounts.Host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region });
}
