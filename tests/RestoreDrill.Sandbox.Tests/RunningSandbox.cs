using Amazon.Backup;
using Amazon.KeyManagementService;
using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Tests.Clusters;
using Tag = Amazon.RDS.Model.Tag;

namespace RestoreDrill.Sandbox.Tests;

/// <summary>A sandbox with an encrypted instance of 1,000 rows in the source account and groups for scratch instances in the vault account.</summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    public const string Region = "eu-west-1";
    public const string Instance = "courses";
    public const string Group = "scratch";
    public const string Installation = "acme";
    public const string Password = "Master-password-1";
    private readonly List<IDisposable> clients = [];
    private readonly Account? restoreInto;

    public RunningSandbox()
    {
    }

    /// <param name="restoreInto">As <see cref="SandboxOptions.RestoreInto"/>.</param>
    internal RunningSandbox(Account restoreInto) => this.restoreInto = restoreInto;

    public SandboxHost Host { get; private set; } = null!;

    public AmazonRDSClient Source { get; private set; } = null!;

    public AmazonRDSClient Vault { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Host = await SandboxHost.StartAsync(new SandboxOptions { Installations = [Installation], SubnetGroup = Group, RestoreInto = restoreInto }, Ct);
        Source = Rds(KeysOf(Account.Source));
        Vault = Rds(KeysOf(Account.Vault));
        await Vault.CreateDBSubnetGroupAsync(
            new CreateDBSubnetGroupRequest { DBSubnetGroupName = Group, DBSubnetGroupDescription = "no way out", SubnetIds = ["subnet-1", "subnet-2"] }, Ct);
        await Vault.CreateDBParameterGroupAsync(
            new CreateDBParameterGroupRequest { DBParameterGroupName = Group, DBParameterGroupFamily = Family, Description = "quiet" }, Ct);
        await Source.CreateDBInstanceAsync(NewInstance(Instance), Ct);
        var instance = await InstanceAsync(Source, Instance, "available");
        await Query.RunAsync(Connect(instance, Password),
            "CREATE TABLE marks AS SELECT g AS id, md5(g::text) AS mark FROM generate_series(1, 1000) g; ALTER TABLE marks ADD PRIMARY KEY (id)");
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }
    }

    public static string Family => Sandbox.Rds.Groups.ParameterCatalog.Family;

    public AWSCredentials KeysOf(Account account)
    {
        var keys = Host.KeysOf(account);
        return new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey);
    }

    /// <summary>One attempt for each call, so that what the sandbox answered is what the test sees.</summary>
    public AmazonRDSClient Rds(AWSCredentials credentials, string region = Region) => Kept(new AmazonRDSClient(credentials, new AmazonRDSConfig
    {
        ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = region, MaxErrorRetry = 0, MaxStaleConnectionRetries = 0,
    }));

    public AmazonSecurityTokenServiceClient Sts(AWSCredentials credentials) =>
        Kept(new AmazonSecurityTokenServiceClient(credentials, new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region, MaxErrorRetry = 0,
        }));

    public AmazonBackupClient Backup(AWSCredentials credentials, string region = Region) => Kept(new AmazonBackupClient(credentials, new AmazonBackupConfig
    {
        ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = region, MaxErrorRetry = 0, MaxStaleConnectionRetries = 0,
    }));

    public AmazonKeyManagementServiceClient Kms(AWSCredentials credentials) =>
        Kept(new AmazonKeyManagementServiceClient(credentials, new AmazonKeyManagementServiceConfig
        {
            ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region, MaxErrorRetry = 0,
        }));

    public async Task<AWSCredentials> AssumeAsync(string role, Account account, string? externalId = null, Account? from = null)
    {
        var answer = await Sts(KeysOf(from ?? Account.Vault)).AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = $"arn:aws:iam::{account.Id}:role/{role}", RoleSessionName = "a-test", ExternalId = externalId }, Ct);
        return answer.Credentials;
    }

    public static CreateDBInstanceRequest NewInstance(string name) => new()
    {
        DBInstanceIdentifier = name,
        DBInstanceClass = "db.t4g.micro",
        Engine = "postgres",
        DBName = "courses",
        MasterUsername = "postgres",
        MasterUserPassword = Password,
        AllocatedStorage = 20,
        StorageEncrypted = true,
        KmsKeyId = "alias/restoredrill",
        Tags = [new Tag { Key = "environment", Value = "production" }],
    };

    public static RestoreDBInstanceFromDBSnapshotRequest Restore(string name, string snapshot) => new()
    {
        DBInstanceIdentifier = name, DBSnapshotIdentifier = snapshot, DBSubnetGroupName = Group, DBParameterGroupName = Group, BackupRetentionPeriod = 0,
    };

    /// <summary>Takes a snapshot in the source account and waits for it.</summary>
    public async Task<DBSnapshot> SnapshotAsync(string name)
    {
        await Source.CreateDBSnapshotAsync(new CreateDBSnapshotRequest { DBInstanceIdentifier = Instance, DBSnapshotIdentifier = name }, Ct);
        await InstanceAsync(Source, Instance, "available");
        return await SnapshotAsync(Source, name, "available");
    }

    /// <summary>Takes a snapshot, shares it, copies it into the vault account under its key, and waits for that.</summary>
    public async Task<DBSnapshot> CopyIntoVaultAsync(string name)
    {
        var snapshot = await SnapshotAsync(name);
        await ShareAsync(name);
        await Vault.CopyDBSnapshotAsync(
            new CopyDBSnapshotRequest { SourceDBSnapshotIdentifier = snapshot.DBSnapshotArn, TargetDBSnapshotIdentifier = name, KmsKeyId = "alias/restoredrill" }, Ct);
        return await SnapshotAsync(Vault, name, "available");
    }

    public Task ShareAsync(string name) => Source.ModifyDBSnapshotAttributeAsync(
        new ModifyDBSnapshotAttributeRequest { DBSnapshotIdentifier = name, AttributeName = "restore", ValuesToAdd = [Account.Vault.Id] }, Ct);

    /// <summary>The instance once it has that status and nothing pending.</summary>
    public static async Task<DBInstance> InstanceAsync(AmazonRDSClient rds, string name, string status)
    {
        DBInstance? instance = null;
        await Eventually.HoldsAsync(async () =>
        {
            instance = (await rds.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = name }, Ct)).DBInstances[0];
            return instance.DBInstanceStatus == status && instance.PendingModifiedValues?.MasterUserPassword is null;
        }, $"{name} is {status}");
        return instance!;
    }

    public static async Task<DBSnapshot> SnapshotAsync(AmazonRDSClient rds, string name, string status)
    {
        DBSnapshot? snapshot = null;
        await Eventually.HoldsAsync(async () =>
        {
            snapshot = (await rds.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { DBSnapshotIdentifier = name }, Ct)).DBSnapshots[0];
            return snapshot.Status == status;
        }, $"{name} is {status}");
        return snapshot!;
    }

    public static async Task<string> ErrorAsync(Func<Task> call) => (await Assert.ThrowsAnyAsync<AmazonServiceException>(call)).ErrorCode;

    public string Connect(DBInstance instance, string password) =>
        $"Host={instance.Endpoint.Address};Port={instance.Endpoint.Port};Username=postgres;Password={password};Database=courses;"
        + $"SSL Mode=VerifyFull;Root Certificate={Host.CertificateAuthorityFile};Pooling=false";

    private T Kept<T>(T client)
        where T : IDisposable
    {
        clients.Add(client);
        return client;
    }
}
