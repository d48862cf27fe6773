using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Npgsql;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>The sandbox as a customer with all rights in each account sees it.</summary>
public sealed class Cloud(SandboxHost sandbox) : IDisposable
{
    public const string MasterUser = "customer";
    public const string MasterPassword = "Sample-Master-Password-1";
    public const string ParameterGroup = "restoredrill-postgres15";
    public const string SubnetGroup = "restoredrill-scratch";

    public AmazonRDSClient Source { get; } = ClientOf(sandbox, Account.Source);

    public AmazonRDSClient Vault { get; } = ClientOf(sandbox, Account.Vault);

    public async Task PrepareVaultAsync()
    {
        await Vault.CreateDBSubnetGroupAsync(new CreateDBSubnetGroupRequest
        {
            DBSubnetGroupName = SubnetGroup,
            DBSubnetGroupDescription = "no way out",
            SubnetIds = ["subnet-0a", "subnet-0b"],
        });
        await CreateParameterGroupAsync(ParameterGroup, ("max_logical_replication_workers", "0"));
    }

    public async Task CreateParameterGroupAsync(string name, params (string Name, string Value)[] parameters)
    {
        await Vault.CreateDBParameterGroupAsync(new CreateDBParameterGroupRequest
        {
            DBParameterGroupName = name,
            DBParameterGroupFamily = $"postgres{PostgresBinaries.Locate().MajorVersion}",
            Description = "scratch instances",
        });
        await Vault.ModifyDBParameterGroupAsync(new ModifyDBParameterGroupRequest
        {
            DBParameterGroupName = name,
            Parameters = [.. parameters.Select(static parameter => new Parameter
            {
                ParameterName = parameter.Name,
                ParameterValue = parameter.Value,
                ApplyMethod = ApplyMethod.PendingReboot,
            })],
        });
    }

    /// <summary>Creates an instance in the source account; with a size, fills it with the sample.</summary>
    public async Task CreateInstanceAsync(string name, string? key, SampleSize? size)
    {
        await Source.CreateDBInstanceAsync(new CreateDBInstanceRequest
        {
            DBInstanceIdentifier = name,
            Engine = "postgres",
            DBInstanceClass = "db.t3.medium",
            AllocatedStorage = 20,
            MasterUsername = MasterUser,
            MasterUserPassword = MasterPassword,
            StorageEncrypted = key is not null,
            KmsKeyId = key,
            BackupRetentionPeriod = 7,
        });
        var endpoint = await AvailableAsync(name);
        if (size is not null)
        {
            await SampleDatabase.FillAsync(MasterOf(endpoint), size, seed: 7, CancellationToken.None);
        }
    }

    /// <summary>How the customer connects to an instance of the source account.</summary>
    public async Task<NpgsqlConnectionStringBuilder> MasterAsync(string instance) => MasterOf(await AvailableAsync(instance));

    public static async Task<List<DBSnapshot>> SnapshotsAsync(AmazonRDSClient account, string prefix) =>
        [.. ((await account.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { SnapshotType = "manual" })).DBSnapshots ?? [])
            .Where(snapshot => snapshot.DBSnapshotIdentifier.StartsWith(prefix, StringComparison.Ordinal))];

    public async Task<List<DBInstance>> InstancesAsync(string prefix) =>
        [.. ((await Vault.DescribeDBInstancesAsync()).DBInstances ?? [])
            .Where(instance => instance.DBInstanceIdentifier.StartsWith(prefix, StringComparison.Ordinal))];

    public void Dispose()
    {
        Source.Dispose();
        Vault.Dispose();
    }

    private static AmazonRDSClient ClientOf(SandboxHost sandbox, Account account)
    {
        var keys = sandbox.KeysOf(account);
        return new AmazonRDSClient(
            new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey),
            new AmazonRDSConfig { ServiceURL = sandbox.BaseAddress.ToString(), AuthenticationRegion = Workbench.Region });
    }

    private async Task<Endpoint> AvailableAsync(string name)
    {
        for (var i = 0; i < 300; i++)
        {
            var found = (await Source.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = name })).DBInstances.Single();
            if (found.DBInstanceStatus == "available")
            {
                return found.Endpoint;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException($"Instance {name} did not become available in 30 s.");
    }

    private NpgsqlConnectionStringBuilder MasterOf(Endpoint endpoint) => new()
    {
        Host = endpoint.Address,
        Port = endpoint.Port!.Value,
        Username = MasterUser,
        Password = MasterPassword,
        Database = "postgres",
        SslMode = SslMode.VerifyFull,
        RootCertificate = sandbox.CertificateAuthorityFile,
        Pooling = false,
    };
}
