using Amazon.Backup;
using Amazon.IdentityManagement;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Organizations;
using Amazon.Runtime;
using Amazon.S3;
using RestoreDrill.Core.Facts;
using RestoreDrill.Sandbox;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Isolation.Tests.Setting;

/// <summary>Three accounts of an organisation in which nothing has been set up, but a key in the source account.</summary>
internal sealed class NewAccounts : IAsyncDisposable
{
    private const string Region = "eu-west-1";

    private readonly SandboxHost _host;

    private NewAccounts(SandboxHost host)
    {
        _host = host;
        Organisation = new AmazonOrganizationsClient(KeysOf(Account.Management), new AmazonOrganizationsConfig { ServiceURL = host.BaseAddress.AbsoluteUri, AuthenticationRegion = "us-east-1" });
        Vaults = new AmazonBackupClient(KeysOf(Account.Vault), new AmazonBackupConfig { ServiceURL = host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region });
        Buckets = new AmazonS3Client(
            KeysOf(Account.Vault), new AmazonS3Config { ServiceURL = host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region, ForcePathStyle = true });
        SourceKeys = new AmazonKeyManagementServiceClient(
            KeysOf(Account.Source), new AmazonKeyManagementServiceConfig { ServiceURL = host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region });
        VaultKeys = new AmazonKeyManagementServiceClient(
            KeysOf(Account.Vault), new AmazonKeyManagementServiceConfig { ServiceURL = host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region });
        VaultRoles = new AmazonIdentityManagementServiceClient(
            KeysOf(Account.Vault), new AmazonIdentityManagementServiceConfig { ServiceURL = host.BaseAddress.AbsoluteUri, AuthenticationRegion = "us-east-1" });
        Options = new IsolationOptions
        {
            Installation = "demo",
            Region = Region,
            SourceAccount = Account.Source.Id,
            VaultAccount = Account.Vault.Id,
            Profile = Account.Management.Name,
            CredentialsFile = host.CredentialsFile,
            Endpoint = host.BaseAddress,
            MemberRole = "OrganizationAccountAccessRole",
            ServiceRoleArn = $"arn:aws:iam::{Account.Vault.Id}:user/administrator",
            Unit = "Vault",
            ExternalId = host.ExternalId,
            SourceRoleArn = $"arn:aws:iam::{Account.Source.Id}:role/restoredrill-source",
            CopyRoleArn = $"arn:aws:iam::{Account.Vault.Id}:role/restoredrill-vault",
            DrillRoleArn = $"arn:aws:iam::{Account.Vault.Id}:role/restoredrill-drill",
            Restore = new RestoreRoleOptions($"arn:aws:iam::{Account.Vault.Id}:role/restoredrill-restore", "restored", "courses-{family}"),
            BackupRoleArn = $"arn:aws:iam::{Account.Source.Id}:role/restoredrill-backup-service",
            VaultKey = $"arn:aws:kms:{Region}:{Account.Vault.Id}:alias/copies",
            ReencryptionKey = $"arn:aws:kms:{Region}:{Account.Source.Id}:alias/production",
            SourceVault = "staging",
            Vault = "copies",
            Facts = new FactStoreOptions { Bucket = "facts", Owner = Account.Vault.Id, Retention = TimeSpan.FromDays(400) },
            RetentionDays = 35,
            LockLeastDays = 7,
            LockMostDays = 365,
            SubnetGroup = "scratch",
            Instances = [],
            TokenReaders = [],
        };
    }

    public IsolationOptions Options { get; }

    public SandboxHost Host => _host;

    /// <summary>The management account's administrator.</summary>
    public AmazonOrganizationsClient Organisation { get; }

    /// <summary>The vault account's administrator.</summary>
    public AmazonBackupClient Vaults { get; }

    /// <summary>The vault account's administrator.</summary>
    public AmazonS3Client Buckets { get; }

    /// <summary>The source account's administrator.</summary>
    public AmazonKeyManagementServiceClient SourceKeys { get; }

    /// <summary>The vault account's administrator.</summary>
    public AmazonKeyManagementServiceClient VaultKeys { get; }

    /// <summary>The vault account's administrator.</summary>
    public AmazonIdentityManagementServiceClient VaultRoles { get; }

    public static async Task<NewAccounts> BeginAsync(CancellationToken ct)
    {
        var accounts = new NewAccounts(await SandboxHost.StartAsync(new SandboxOptions { Bare = true }, ct));
        var key = await accounts.SourceKeys.CreateKeyAsync(new CreateKeyRequest { Description = "production" }, ct);
        await accounts.SourceKeys.CreateAliasAsync(new CreateAliasRequest { AliasName = "alias/production", TargetKeyId = key.KeyMetadata.KeyId }, ct);
        return accounts;
    }

    public IsolationSetup Open(IsolationOptions? options = null) => IsolationSetup.Open(options ?? Options, TimeProvider.System);

    /// <summary>Looks at everything, as a person would with <c>verify</c>.</summary>
    public async Task<IsolationPlan> LookAsync(CancellationToken ct, IsolationOptions? options = null)
    {
        using var setup = Open(options);
        return await setup.LookAsync(ct);
    }

    public async Task<(ApplyEnd End, IsolationPlan Plan)> ApplyAsync(Person person, CancellationToken ct, IsolationOptions? options = null)
    {
        using var setup = Open(options);
        return await setup.ApplyAsync(person, ct);
    }

    public async ValueTask DisposeAsync()
    {
        Organisation.Dispose();
        Vaults.Dispose();
        Buckets.Dispose();
        SourceKeys.Dispose();
        VaultKeys.Dispose();
        VaultRoles.Dispose();
        await _host.DisposeAsync();
    }

    public BasicAWSCredentials KeysOf(Account account)
    {
        var keys = _host.KeysOf(account);
        return new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey);
    }
}
