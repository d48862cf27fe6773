using System.Security.Cryptography;
using Amazon.RDS;
using Amazon.RDS.Model;
using Npgsql;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Kms;
using RestoreDrill.Sandbox.Rds.Groups;
using RestoreDrill.Sandbox.Sample;

namespace RestoreDrill.Sandbox.Commands;

/// <summary>
/// Makes what there is before RestoreDrill comes: a production instance in the source account, and the vault's groups for scratch instances and emergency restores; where these are into another account,
/// their groups there, too.
/// </summary>
internal sealed class Preparation(Customer customer, TimeProvider time, TextWriter output)
{
    public const string Instance = "courses-prod";
    public static readonly string ScratchGroup = new SandboxOptions().SubnetGroup;

    /// <summary>The parameter group for scratch instances of this machine's PostgreSQL.</summary>
    public static readonly string ParameterGroup = $"restoredrill-{ParameterCatalog.Family}";

    public static readonly string RestoreGroup = new SandboxOptions().RestoreSubnetGroup;

    /// <summary>The parameter group that an emergency restore hands over under, as production would have it.</summary>
    public static readonly string RestoreParameterGroup = $"courses-{ParameterCatalog.Family}";

    private const string MasterUser = "postgres";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Does what is not done yet; run it again after a failure.</summary>
    /// <param name="size">How many rows.</param>
    /// <param name="seed">Which rows.</param>
    /// <param name="restoreInto">The account that emergency restores restore into; null: the vault account.</param>
    /// <param name="ct">Ends it.</param>
    public async Task RunAsync(SampleSize size, int seed, Account? restoreInto, CancellationToken ct)
    {
        using (var vault = customer.Rds(Account.Vault))
        {
            await ScratchGroupsAsync(vault, ct);
            await RestoreGroupsAsync(vault, ct);
        }

        await ProductionKey.MakeAsync(customer, ct);
        using var source = customer.Rds(Account.Source);
        var instance = await InstanceAsync(source, ct);
        await output.WriteLineAsync($"{Instance} ({instance.DbiResourceId}) listens on {instance.Endpoint.Address}:{instance.Endpoint.Port}");
        await FillAsync(size, seed, ct);
        if (restoreInto is not null)
        {
            using var target = customer.Rds(restoreInto);
            await QuarantineGroupAsync(target, ct);
            await RestoreGroupsAsync(target, ct);
            await output.WriteLineAsync($"For emergency restores into account {restoreInto.Id}, add this to RestoreDrill:Restore:");
            await output.WriteLineAsync(RestoreAccountSection.Of(restoreInto));
        }
    }

    /// <summary>Fills the sample into the instance, if it is not there.</summary>
    public async Task FillAsync(SampleSize size, int seed, CancellationToken ct)
    {
        var master = customer.MasterConnection(Instance);
        if (await IsFilledAsync(master, ct))
        {
            await output.WriteLineAsync("The sample is there already.");
            return;
        }

        await SampleDatabase.FillAsync(master, size, seed, ct);
        await output.WriteLineAsync("The sample is filled.");
    }

    private static async Task ScratchGroupsAsync(AmazonRDSClient vault, CancellationToken ct)
    {
        await SubnetGroupAsync(vault, ScratchGroup, "Subnets without a way out, for scratch instances", ["subnet-0a00000000000001", "subnet-0a00000000000002"], ct);
        await QuarantineGroupAsync(vault, ct);
    }

    private static async Task QuarantineGroupAsync(AmazonRDSClient account, CancellationToken ct)
    {
        await ParameterGroupAsync(account, ParameterGroup, "A restored database must not act on the world", ct);
        await account.ModifyDBParameterGroupAsync(new ModifyDBParameterGroupRequest
        {
            DBParameterGroupName = ParameterGroup,
            Parameters =
            [
                new Parameter { ParameterName = "max_logical_replication_workers", ParameterValue = "0", ApplyMethod = ApplyMethod.PendingReboot },
            ],
        }, ct);
    }

    private static async Task RestoreGroupsAsync(AmazonRDSClient account, CancellationToken ct)
    {
        await SubnetGroupAsync(account, RestoreGroup, "Subnets that the applications reach", ["subnet-0b00000000000001", "subnet-0b00000000000002"], ct);
        await ParameterGroupAsync(account, RestoreParameterGroup, "What production has", ct);
    }

    private static async Task SubnetGroupAsync(AmazonRDSClient account, string name, string description, List<string> subnets, CancellationToken ct)
    {
        try
        {
            await account.CreateDBSubnetGroupAsync(
                new CreateDBSubnetGroupRequest { DBSubnetGroupName = name, DBSubnetGroupDescription = description, SubnetIds = subnets }, ct);
        }
        catch (DBSubnetGroupAlreadyExistsException)
        {
            // A preparation before this one made it.
        }
    }

    private static async Task ParameterGroupAsync(AmazonRDSClient account, string name, string description, CancellationToken ct)
    {
        try
        {
            await account.CreateDBParameterGroupAsync(
                new CreateDBParameterGroupRequest { DBParameterGroupName = name, DBParameterGroupFamily = ParameterCatalog.Family, Description = description }, ct);
        }
        catch (DBParameterGroupAlreadyExistsException)
        {
            // As above; what parameters it has to have is set again.
        }
    }

    private async Task<DBInstance> InstanceAsync(AmazonRDSClient source, CancellationToken ct)
    {
        var password = File.Exists(customer.ConnectionFile(Instance))
            ? customer.MasterConnection(Instance).Password!
            : RandomNumberGenerator.GetHexString(24, lowercase: true);
        // Kept before it is used: an instance whose password nobody knows would be of no use.
        Keep(password, port: 5432);
        try
        {
            await source.CreateDBInstanceAsync(new CreateDBInstanceRequest
            {
                DBInstanceIdentifier = Instance,
                DBInstanceClass = "db.t4g.medium",
                Engine = "postgres",
                DBName = SampleDatabase.Courses,
                MasterUsername = MasterUser,
                MasterUserPassword = password,
                AllocatedStorage = 20,
                StorageEncrypted = true,
                KmsKeyId = KmsKey.CustomerAlias,
                BackupRetentionPeriod = 7,
                CopyTagsToSnapshot = true,
                DeletionProtection = true,
                PubliclyAccessible = false,
                Tags = [new Tag { Key = "environment", Value = "production" }],
            }, ct);
        }
        catch (DBInstanceAlreadyExistsException)
        {
            // A preparation before this one made it.
        }

        var instance = await AvailableAsync(source, ct);
        Keep(password, instance.Endpoint.Port!.Value);
        return instance;
    }

    private async Task<DBInstance> AvailableAsync(AmazonRDSClient source, CancellationToken ct)
    {
        for (var until = time.GetUtcNow() + Longest; ;)
        {
            var answer = await source.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = Instance }, ct);
            var instance = answer.DBInstances[0];
            if (instance.DBInstanceStatus == "available")
            {
                return instance;
            }

            if (time.GetUtcNow() > until || instance.DBInstanceStatus == "failed")
            {
                throw new InvalidOperationException($"{Instance} is {instance.DBInstanceStatus}, not available. Run make clean and start again.");
            }

            await Task.Delay(Poll, time, ct);
        }
    }

    private void Keep(string password, int port)
    {
        PrivateFile.Write(customer.ReaderPasswordFile(Instance), password + "\n");
        PrivateFile.Write(customer.ConnectionFile(Instance), new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = MasterUser,
            Password = password,
            Database = SampleDatabase.Courses,
            SslMode = SslMode.VerifyFull,
            RootCertificate = customer.CertificateAuthorityFile,
        }.ConnectionString + "\n");
    }

    private static async Task<bool> IsFilledAsync(NpgsqlConnectionStringBuilder master, CancellationToken ct)
    {
        await using var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(master.ConnectionString) { Pooling = false }.ConnectionString);
        await session.OpenAsync(ct);
        await using var command = new NpgsqlCommand($"SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '{SampleDatabase.AppUser}')", session);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
