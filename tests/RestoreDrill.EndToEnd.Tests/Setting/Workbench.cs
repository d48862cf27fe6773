using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Amazon.S3;
using Amazon.S3.Model;
using Npgsql;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>One installation of RestoreDrill: its configuration file, its store, and its command line run as real processes.</summary>
public sealed class Workbench : IAsyncDisposable
{
    public const string Region = "eu-west-1";
    public const string Database = "courses";

    /// <summary>The bucket of facts that the sandbox's vault account begins with.</summary>
    public const string FactBucket = "restoredrill-facts-222222222222";

    /// <summary>The bucket of Terraform's state that the source role may look at.</summary>
    public const string StateBucket = "terraform-state-111111111111";

    /// <summary>A key of production's, which the state holds.</summary>
    public const string SourceKey = "arn:aws:kms:eu-west-1:111111111111:key/1";

    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly SandboxAccess _sandbox;
    private readonly Cloud _cloud;
    private readonly string _directory;

    public Workbench(SandboxAccess sandbox, Cloud cloud, string installation, string store, params ProtectedInstance[] databases)
    {
        (_sandbox, _cloud, Installation, Store) = (sandbox, cloud, installation, store);
        _directory = Directory.CreateTempSubdirectory($"restoredrill-{installation}-").FullName;
        ConfigurationFile = Path.Combine(_directory, "appsettings.json");
        File.WriteAllText(ReaderPasswordFile, Cloud.MasterPassword);
        Settings = SettingsOf(databases);
        Save();
    }

    public string Installation { get; }

    /// <summary>Connection string of the store, not pooled, for tests to look with.</summary>
    public string Store { get; private set; }

    public string ConfigurationFile { get; }

    /// <summary>The section <c>RestoreDrill</c>; <see cref="Save"/> writes it.</summary>
    public JsonObject Settings { get; }

    private string ReaderPasswordFile => Path.Combine(_directory, "reader.password");

    /// <summary>Where the configuration lies and processes are started; goes with the workbench.</summary>
    public string WorkingDirectory => _directory;

    public SandboxAccess Sandbox => _sandbox;

    public string CopyPrefix => $"rd-copy-{Installation}-";

    /// <summary>Lets copies go by AWS Backup into the locked vault from now on.</summary>
    public void CopyByBackup() => Set("Route", "aws-backup");

    /// <summary>Has runs put what they find into the bucket of facts from now on.</summary>
    public void KeepFacts() => Set("Facts", new JsonObject { ["Bucket"] = FactBucket });

    /// <summary>Has the configuration say what an emergency restore makes, as appsettings.json does.</summary>
    public void AllowRestores() => Set("Restore", new JsonObject
    {
        ["RoleArn"] = "arn:aws:iam::222222222222:role/restoredrill-restore",
        ["InstanceClass"] = "db.t3.medium",
        ["SubnetGroup"] = Cloud.RestoredSubnetGroup,
        ["SecurityGroups"] = new JsonArray("sg-0f1e2d3c4b5a69788"),
        ["ParameterGroup"] = "courses-{family}",
        ["RtoTarget"] = "00:02:00",
    });

    public string StateFile => Path.Combine(_directory, "prod.tfstate");

    /// <summary>Makes the bucket of Terraform's state, and a state, and names both from now on.</summary>
    public async Task KeepStateAsync()
    {
        await File.WriteAllTextAsync(
            StateFile,
            $$$"""
            {"version":4,"terraform_version":"1.9.0","serial":1,"lineage":"l","outputs":{},"resources":[{"mode":"managed","type":"aws_kms_key","name":"rds",
             "provider":"provider[\"registry.terraform.io/hashicorp/aws\"]","instances":[{"attributes":{"arn":"{{{SourceKey}}}"}}]}]}
            """);
        using var s3 = OpenS3("source");
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = StateBucket, BucketRegionName = Region });
        await s3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = StateBucket, VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled } });
        Set("Terraform", new JsonObject { ["StateBucket"] = StateBucket, ["States"] = new JsonArray("prod.tfstate") });
    }

    /// <summary>S3, as an administrator of an account.</summary>
    public AmazonS3Client OpenS3(string account) =>
        new(_sandbox.CredentialsOf(account), new AmazonS3Config { ServiceURL = _sandbox.Address.ToString(), AuthenticationRegion = Region, ForcePathStyle = true });

    public string StagingPrefix => $"rd-staging-{Installation}-";

    public string ScratchPrefix => $"rd-scratch-{Installation}-";

    public void Save() => File.WriteAllText(ConfigurationFile, new JsonObject { ["RestoreDrill"] = Settings.DeepClone() }.ToJsonString());

    /// <summary>No phase is given up for what is away, for processes that die in it or for a busy machine: each may take longer than that, as every default does.</summary>
    public void TakeTime()
    {
        foreach (var limit in (string[])["Copy", "Restore", "PasswordReset", "Verify", "Remove", "Deposit", "Trouble"])
        {
            Set($"Timing:{limit}", "00:10:00");
        }
    }

    /// <summary>Sets one value of the section, by path, and saves.</summary>
    public void Set(string path, JsonNode? value)
    {
        var names = path.Split(':');
        JsonNode node = Settings;
        foreach (var name in names[..^1])
        {
            node = int.TryParse(name, out var index) ? node[index]! : node[name]!;
        }

        node[names[^1]] = value;
        Save();
    }

    /// <summary>Moves the installation to another store.</summary>
    public async Task MoveToAsync(string store)
    {
        Store = store;
        Set("Store:ConnectionString", Pooled(store));
        (await RunAsync("db", "migrate")).MustExit(0);
    }

    public RestoreDrillProcess Start(params string[] arguments) => RestoreDrillProcess.Start(_directory, [.. arguments, "--config", ConfigurationFile]);

    public async Task<CommandResult> RunAsync(params string[] arguments)
    {
        await using var process = Start(arguments);
        return await process.WaitAsync();
    }

    /// <summary>As a person who types what is asked for.</summary>
    public async Task<CommandResult> RunTypingAsync(string typed, params string[] arguments)
    {
        await using var process = RestoreDrillProcess.Start(_directory, [.. arguments, "--config", ConfigurationFile], typed);
        return await process.WaitAsync();
    }

    public async Task<T> AskStoreAsync<T>(string sql)
    {
        await using var connection = await OpenStoreAsync();
        return await AskAsync<T>(connection, sql);
    }

    /// <summary>A session of the store's, for who looks again and again.</summary>
    public async Task<NpgsqlConnection> OpenStoreAsync()
    {
        var connection = new NpgsqlConnection(Store);
        await connection.OpenAsync();
        return connection;
    }

    public static async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Waits until the open run of a kind has left these phases.</summary>
    public async Task UntilPastAsync(string kind, params string[] phases)
    {
        var within = string.Join(", ", phases.Select(static phase => $"'{phase}'"));
        await using var connection = await OpenStoreAsync();
        for (var i = 0; i < 2400; i++)
        {
            if (await AskAsync<long>(connection, $"SELECT count(*) FROM restoredrill.run WHERE kind = '{kind}' AND phase NOT IN ({within})") > 0)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException($"No {kind} run left the phases {within} in 60 s.");
    }

    /// <summary>The keys of all versions in the bucket of facts that are this installation's: each put shows.</summary>
    public async Task<IReadOnlyList<string>> FactKeysAsync()
    {
        using var s3 = OpenS3("vault");
        var answer = await s3.ListVersionsAsync(new ListVersionsRequest { BucketName = FactBucket, Prefix = $"{Installation}/" });
        return [.. (answer.Versions ?? []).Select(static version => version.Key)];
    }

    /// <summary>The name of the newest copy.</summary>
    public async Task<string> NewestCopyAsync() =>
        (await Cloud.SnapshotsAsync(_cloud.Vault, CopyPrefix)).OrderBy(static copy => copy.SnapshotCreateTime).Last().DBSnapshotIdentifier;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>As people configure it: a service whose workers ask a store without a pool costs it a new process for every question.</summary>
    private static string Pooled(string store) => new NpgsqlConnectionStringBuilder(store) { Pooling = true }.ConnectionString;

    private JsonObject SettingsOf(ProtectedInstance[] databases)
    {
        var endpoint = _sandbox.Address.ToString().TrimEnd('/');
        return JsonSerializer.SerializeToNode(new
        {
            Installation,

            // What most tests look at has names of its own on this route; those of the locked vault go by the other.
            Route = "rds-snapshot",
            Store = new { ConnectionString = Pooled(Store) },
            Source = new
            {
                AccountId = "111111111111",
                Region,
                Profile = "vault",
                _sandbox.CredentialsFile,
                RoleArn = "arn:aws:iam::111111111111:role/restoredrill-source",
                _sandbox.ExternalId,
                Endpoint = endpoint,
                ReencryptionKey = "arn:aws:kms:eu-west-1:111111111111:alias/restoredrill",
            },
            Vault = new
            {
                AccountId = "222222222222",
                Region,
                Profile = "vault",
                _sandbox.CredentialsFile,
                CopyRoleArn = "arn:aws:iam::222222222222:role/restoredrill-vault",
                DrillRoleArn = "arn:aws:iam::222222222222:role/restoredrill-drill",
                Endpoint = endpoint,
                KmsKey = "arn:aws:kms:eu-west-1:222222222222:alias/restoredrill",

                // Many installations share the sandbox's vault: its fill says nothing about one of them.
                SnapshotQuota = 10_000,
            },
            Isolation = new { Profile = "management", _sandbox.CredentialsFile, ServiceRoleArn = "arn:aws:iam::222222222222:user/administrator" },
            Scratch = new
            {
                InstanceClass = "db.t3.medium",
                Cloud.SubnetGroup,
                SecurityGroups = new[] { "sg-0a1b2c3d4e5f60718" },
                ParameterGroup = "restoredrill-{family}",
                RootCertificate = _sandbox.CertificateAuthorityFile,
            },
            Timing = new
            {
                Poll = "00:00:00.200",
                Copy = "00:01:00",
                Restore = "00:01:00",
                PasswordReset = "00:00:30",
                Verify = "00:01:00",
                Remove = "00:00:30",
                Deposit = "00:02:00",
                Trouble = "00:02:00",
                Lease = "00:00:02",
                StorePatience = "00:01:00",
            },

            // A drill that damages its own instance takes longer: the tests that are about it ask for it.
            SelfTest = new { Every = "Never" },

            // The installations of tests that run side by side share the sandbox's vault: they must not wait for each other's turns.
            Budgets = new { ScratchInstances = 4 },
            Databases = databases.Select(database => new
            {
                database.Name,
                database.Instance,
                Reader = database.Reads is null ? null : new
                {
                    User = SampleDatabase.ReaderUser,
                    PasswordFile = ReaderPasswordFile,
                    RootCertificate = _sandbox.CertificateAuthorityFile,
                    database.Reads,
                    DutyCycle = 1,
                },
                ExpectRowsIn = new[] { "courses", "billing" },
                Checks = new[] { new { Name = "students", Database = "courses", Sql = "select count(*) from students", Expect = new { AtLeast = 100 } } },
            }),
        }, WithoutNulls)!.AsObject();
    }
}
