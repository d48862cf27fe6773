using System.Collections;
using System.Text.Json.Nodes;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Tests.Configuration;

/// <summary>A folder with a configuration that is right in every way, until a test spoils it.</summary>
internal sealed class ConfigurationFolder : IDisposable
{
    public const string StorePassword = "hunter2-store-password";

    private readonly string _folder = Directory.CreateTempSubdirectory("restoredrill-host-").FullName;

    public ConfigurationFolder()
    {
        Write("store.connection", $"Host=127.0.0.1;Port=5999;Database=restoredrill;Username=rd;Password={StorePassword}\n");
        Write("credentials", "[vault]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = s3cr3t\n");
        Write("ca.crt", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
    }

    public JsonObject Document { get; } = JsonNode.Parse("""
        {
          "RestoreDrill": {
            "Installation": "acme",
            "Route": "rds-snapshot",
            "Store": { "ConnectionStringFile": "store.connection" },
            "Source": {
              "AccountId": "111111111111", "Region": "eu-west-1", "Profile": "vault", "CredentialsFile": "credentials",
              "RoleArn": "arn:aws:iam::111111111111:role/restoredrill-source", "ExternalId": "x", "Endpoint": "http://127.0.0.1:4599",
              "ReencryptionKey": "arn:aws:kms:eu-west-1:111111111111:alias/restoredrill"
            },
            "Vault": {
              "AccountId": "222222222222", "Region": "eu-west-1", "Profile": "vault", "CredentialsFile": "credentials",
              "CopyRoleArn": "arn:aws:iam::222222222222:role/restoredrill-vault", "DrillRoleArn": "arn:aws:iam::222222222222:role/restoredrill-drill",
              "KmsKey": "arn:aws:kms:eu-west-1:222222222222:alias/restoredrill", "SnapshotQuota": 50
            },
            "Facts": { "Bucket": "facts-222222222222", "RetentionDays": 90 },
            "Scratch": {
              "InstanceClass": "db.t3.medium", "SubnetGroup": "scratch", "SecurityGroups": [ "sg-0abcdef12" ],
              "ParameterGroup": "restoredrill-{family}", "RootCertificate": "ca.crt"
            },
            "Restore": {
              "RoleArn": "arn:aws:iam::222222222222:role/restoredrill-restore", "InstanceClass": "db.r6g.large", "SubnetGroup": "restored", "SecurityGroups": [ "sg-0abcdef34" ],
              "ParameterGroup": "courses-{family}", "PasswordFile": "restored.password", "RtoTarget": "04:00:00"
            },
            "Timing": { "Poll": "00:00:05" },
            "SelfTest": { "Every": "Never" },
            "Budgets": { "ScratchInstances": 3 },
            "Service": { "Listen": "http://localhost:5999" },
            "Databases": [
              {
                "Name": "courses", "Instance": "courses-prod", "ExpectRowsIn": [ "courses" ], "MinimumReadShare": 0.9,
                "MayStayUnread": [ "courses.private.notes" ], "MaximumLoss": 0.25, "MayShrink": [ "courses.public.sessions", "courses.audit.log_*" ],
                "Chain": { "MinimumProvenShare": 0.8, "Groups": 5000 },
                "Schedule": {
                  "TimeZone": "Europe/Berlin",
                  "Copy": { "Cron": "0 2 * * *", "Jitter": "00:30:00" },
                  "Drill": { "Cron": "0 4 * * Sun", "Grace": "02:00:00" },
                  "Blackouts": [ { "Days": [ "Mon", "friday" ], "From": "08:00", "To": "18:00", "FirstDate": "2026-01-01", "LastDate": "2026-12-31" } ]
                },
                "Checks": [
                  { "Name": "newest", "Database": "courses", "Sql": "select max(at) from t", "Timeout": "00:00:10", "Expect": { "NewerThan": "1.00:00:00" } },
                  { "Name": "many", "Database": "courses", "Sql": "select count(*) from t", "Expect": { "AtLeast": 10.5 } }
                ]
              }
            ]
          }
        }
        """)!.AsObject();

    public JsonObject Root => Document["RestoreDrill"]!.AsObject();

    public JsonObject Database => Root["Databases"]![0]!.AsObject();

    public Hashtable Environment { get; } = [];

    public string File => Path.Combine(_folder, "appsettings.json");

    public string Folder => _folder;

    public void Write(string name, string text) => System.IO.File.WriteAllText(Path.Combine(_folder, name), text);

    /// <summary>Writes the document, however it stands now.</summary>
    public string Save()
    {
        Write("appsettings.json", Document.ToJsonString());
        return File;
    }

    public Configured Load() => ConfigurationLoader.Load(Save(), Environment);

    public IReadOnlyList<ConfigurationProblem> Problems() => Assert.Throws<ConfigurationException>(Load).Problems;

    /// <summary>Asserts that the configuration has this one problem.</summary>
    public ConfigurationProblem OnlyProblem(string key)
    {
        var problem = Assert.Single(Problems());
        Assert.Equal(key, problem.Key);
        return problem;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
