using Amazon.RDS;
using Amazon.RDS.Model;
using Npgsql;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>The sandbox as a customer with all rights in each account sees it.</summary>
public sealed class Cloud(SandboxAccess sandbox) : IDisposable
{
    public const string MasterUser = "customer";
    public const string MasterPassword = "Sample-Master-Password-1";
    public const string ParameterGroup = "restoredrill-postgres15";
    public const string SubnetGroup = "restoredrill-scratch";
    public const string RestoredSubnetGroup = "restoredrill-restored";

    public AmazonRDSClient Source { get; } = ClientOf(sandbox, "source");

    public AmazonRDSClient Vault { get; } = ClientOf(sandbox, "vault");

    public async Task PrepareVaultAsync()
    {
        foreach (var name in new[] { SubnetGroup, RestoredSubnetGroup })
        {
            await Vault.CreateDBSubnetGroupAsync(new CreateDBSubnetGroupRequest { DBSubnetGroupName = name, DBSubnetGroupDescription = "no way out", SubnetIds = ["subnet-0a", "subnet-0b"] });
        }

        await CreateParameterGroupAsync(ParameterGroup, ("max_logical_replication_workers", "0"));
        await CreateParameterGroupAsync($"courses-postgres{PostgresBinaries.Locate().MajorVersion}", ("log_min_duration_statement", "1000"));
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

    /// <summary>An installation's copies in the locked vault.</summary>
    public static async Task<List<DBSnapshot>> CopiesAsync(AmazonRDSClient account, string installation) => await BackupsAsync(account, installation, "copy");

    /// <summary>An installation's backups in the vault of the source account.</summary>
    public static async Task<List<DBSnapshot>> BackupsAsync(AmazonRDSClient account, string installation) => await BackupsAsync(account, installation, "staging");

    private static async Task<List<DBSnapshot>> BackupsAsync(AmazonRDSClient account, string installation, string role) =>
        [.. ((await account.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { SnapshotType = "awsbackup" })).DBSnapshots ?? [])
            .Where(snapshot => snapshot.TagList.Exists(tag => tag.Key == "restoredrill:installation" && tag.Value == installation)
                && snapshot.TagList.Exists(tag => tag.Key == "restoredrill:role" && tag.Value == role))];

    public async Task<List<DBInstance>> InstancesAsync(string prefix) =>
        [.. ((await Vault.DescribeDBInstancesAsync()).DBInstances ?? [])
            .Where(instance => instance.DBInstanceIdentifier.StartsWith(prefix, StringComparison.Ordinal))];

    /// <summary>Removes an instance of the vault account, as its owner may, and waits until it is gone.</summary>
    public async Task RemoveInstanceAsync(string name)
    {
        await UntilMadeAsync(name);
        await Vault.DeleteDBInstanceAsync(new DeleteDBInstanceRequest { DBInstanceIdentifier = name, SkipFinalSnapshot = true });
        await UntilGoneAsync(name);
    }

    /// <summary>Waits until an instance of the vault account is not being created any more.</summary>
    public async Task UntilMadeAsync(string name)
    {
        for (var i = 0; (await InstancesAsync(name)).Any(static instance => instance.DBInstanceStatus == "creating") && i < 300; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }

    public async Task UntilGoneAsync(string name)
    {
        for (var i = 0; (await InstancesAsync(name)).Count > 0; i++)
        {
            if (i == 300)
            {
                throw new TimeoutException($"Instance {name} is still there after 30 s.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }

    public void Dispose()
    {
        Source.Dispose();
        Vault.Dispose();
    }

    private static AmazonRDSClient ClientOf(SandboxAccess sandbox, string account) => new(
        sandbox.CredentialsOf(account), new AmazonRDSConfig { ServiceURL = sandbox.Address.ToString(), AuthenticationRegion = Workbench.Region });

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
