using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Copying;
using RestoreDrill.Aws.Drilling;
using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Sandbox;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Aws.Tests.Paths;

/// <summary>A sandbox with one encrypted instance in the source account and the drill's groups in the vault account, shared by the tests of one collection.</summary>
public sealed class SandboxAccounts : IAsyncLifetime
{
    public const string Region = "eu-west-1";
    public const string Instance = "courses";
    public const string Password = "sandbox-Master-1";
    public static readonly string SourceKey = $"arn:aws:kms:{Region}:{Account.Source.Id}:alias/restoredrill";
    public static readonly string VaultKey = $"arn:aws:kms:{Region}:{Account.Vault.Id}:alias/restoredrill";

    public SandboxHost Host { get; private set; } = null!;

    public SourceAccount Source { get; private set; } = null!;

    public VaultAccount Vault { get; private set; } = null!;

    public ScratchAccount Scratch { get; private set; } = null!;

    /// <summary>The vault account's own keys, which may do everything in it.</summary>
    public IAmazonRDS VaultAdministrator { get; private set; } = null!;

    public IAmazonRDS SourceAdministrator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await SandboxHost.StartAsync(
            new SandboxOptions { Installations = [Shapes.Installation.Value], SubnetGroup = "dark" }, TestContext.Current.CancellationToken);
        Source = AwsAccounts.OpenSource(Access(Account.Source, "restoredrill-source") with { ExternalId = Host.ExternalId });
        Vault = AwsAccounts.OpenVault(Access(Account.Vault, "restoredrill-vault"));
        Scratch = AwsAccounts.OpenScratch(Access(Account.Vault, "restoredrill-drill"));
        SourceAdministrator = Administrator(Account.Source);
        VaultAdministrator = Administrator(Account.Vault);
        await VaultAdministrator.CreateDBSubnetGroupAsync(
            new CreateDBSubnetGroupRequest { DBSubnetGroupName = "dark", DBSubnetGroupDescription = "no way out", SubnetIds = ["subnet-1", "subnet-2"] });
        await VaultAdministrator.CreateDBParameterGroupAsync(
            new CreateDBParameterGroupRequest { DBParameterGroupName = "restoredrill-drill", DBParameterGroupFamily = "postgres15", Description = "quiet" });
        await VaultAdministrator.ModifyDBParameterGroupAsync(new ModifyDBParameterGroupRequest
        {
            DBParameterGroupName = "restoredrill-drill",
            Parameters = [new Parameter { ParameterName = "max_logical_replication_workers", ParameterValue = "0", ApplyMethod = "pending-reboot" }],
        });
        await SourceAdministrator.CreateDBInstanceAsync(new CreateDBInstanceRequest
        {
            DBInstanceIdentifier = Instance,
            DBInstanceClass = "db.t4g.medium",
            Engine = "postgres",
            AllocatedStorage = 20,
            MasterUsername = "master",
            MasterUserPassword = Password,
            StorageEncrypted = true,
            KmsKeyId = SourceKey,
            Tags = [new Tag { Key = "environment", Value = "production" }],
        });
        await Eventually.Async(async () => (await Source.FindInstanceAsync(Instance, default))?.Status == "available", "the source instance is available");
    }

    public async ValueTask DisposeAsync()
    {
        Source?.Dispose();
        Vault?.Dispose();
        Scratch?.Dispose();
        SourceAdministrator?.Dispose();
        VaultAdministrator?.Dispose();
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }
    }

    /// <summary>From the vault's keys, as the service has them, into a role.</summary>
    public AccountAccess Access(Account account, string role) => new()
    {
        Region = Region,
        Profile = Account.Vault.Name,
        CredentialsFile = Host.CredentialsFile,
        RoleArn = $"arn:aws:iam::{account.Id}:role/{role}",
        Endpoint = Host.BaseAddress,
    };

    public static RestoreOrder Order(string name, string copy, IReadOnlyDictionary<string, string>? tags = null) => new()
    {
        Name = name,
        Copy = copy,
        InstanceClass = "db.t4g.medium",
        SubnetGroup = "dark",
        SecurityGroups = ["sg-0123456789abcdef0"],
        ParameterGroup = "restoredrill-drill",
        Tags = tags ?? Shapes.ScratchTags,
    };

    private AmazonRDSClient Administrator(Account account)
    {
        var keys = Host.KeysOf(account);
        return new AmazonRDSClient(
            new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey),
            new AmazonRDSConfig { ServiceURL = Host.BaseAddress.AbsoluteUri, AuthenticationRegion = Region });
    }
}
