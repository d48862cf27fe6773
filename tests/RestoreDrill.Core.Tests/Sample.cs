using System.Numerics;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests;

/// <summary>Values that the tests start from.</summary>
internal static class Sample
{
    public const string SourceAccount = "111111111111";
    public const string VaultAccount = "222222222222";

    /// <summary>One that emergency restores may restore into.</summary>
    public const string OtherAccount = "333333333333";

    public const string Database = "courses";
    public const string Instance = "courses-production";
    public const string ResourceId = "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public const string VaultKey = "arn:aws:kms:eu-central-1:222222222222:key/vault";

    public static readonly DateTimeOffset Now = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);
    public static readonly InstallationId Installation = InstallationId.Parse("acme");
    public static readonly RunId CopyRun = RunId.Parse("c04cr4r0abcd");
    public static readonly RunId Drill = RunId.Parse("d04cr4r0wxyz");
    public static readonly ResourceNames Names = new(Installation);

    public static CopyFacts Facts => new()
    {
        Installation = Installation,
        Run = CopyRun,
        Database = Database,
        SourceArn = $"arn:aws:rds:eu-central-1:{SourceAccount}:db:{Instance}",
        SourceResourceId = ResourceId,
        EngineVersion = "15.18",
        SnapshotTime = new DateTimeOffset(2026, 3, 1, 1, 2, 3, 456, TimeSpan.Zero),
        DatabaseTime = new DateTimeOffset(2026, 3, 1, 1, 1, 59, TimeSpan.Zero),
        LogicalReplication = true,
        MaxPreparedTransactions = 20,
    };

    public static InstallationOptions Options => new()
    {
        Installation = Installation,
        Source = new SourceOptions { AccountId = SourceAccount },
        Vault = new VaultOptions { AccountId = VaultAccount, KmsKey = VaultKey },
        Route = CopyRoute.RdsSnapshot,
        Scratch = new ScratchOptions
        {
            InstanceClass = "db.t4g.medium",
            SubnetGroup = "restoredrill-closed",
            SecurityGroups = ["sg-closed"],
            ParameterGroup = "restoredrill-{family}",
            RootCertificate = "/etc/restoredrill/rds.pem",
        },
        Databases = [Configured],
    };

    public static BackupOptions Backup => new()
    {
        SourceVault = "staging",
        RoleArn = $"arn:aws:iam::{SourceAccount}:role/backup-service",
        VaultArn = $"arn:aws:backup:eu-central-1:{VaultAccount}:backup-vault:copies",
        RetentionDays = 35,
    };

    public static RestoreAccountOptions OtherVault => new()
    {
        AccountId = OtherAccount,
        VaultArn = $"arn:aws:backup:eu-central-1:{OtherAccount}:backup-vault:restored",
        CopyRoleArn = $"arn:aws:iam::{VaultAccount}:role/backup-service",
        CopyRetentionDays = 3,
    };

    public static ProtectedDatabase Configured => new() { Name = Database, Instance = Instance };

    public static CloudSnapshot Snapshot(string name, IReadOnlyDictionary<string, string> tags, string status = "available") => new()
    {
        Name = name,
        Arn = $"arn:aws:rds:eu-central-1:{SourceAccount}:snapshot:{name}",
        Status = status,
        EngineVersion = "15.18",
        MasterUser = "master",
        Tags = tags,
    };

    public static CloudInstance Scratch(string name, IReadOnlyDictionary<string, string> tags, string status = "available") => new()
    {
        Name = name,
        Arn = $"arn:aws:rds:eu-central-1:{VaultAccount}:db:{name}",
        Status = status,
        MasterUser = "master",
        EngineVersion = "15.18",
        InstanceClass = "db.t4g.medium",
        Tags = tags,
    };

    public static RelationReading Reading(string name, long rows, string database = "courses", ReadingOutcome outcome = ReadingOutcome.Read) => new()
    {
        Name = new RelationName(database, "public", name),
        Kind = RelationKind.Table,
        Outcome = outcome,
        Rows = rows,
        HashSum = outcome == ReadingOutcome.Read ? rows * new BigInteger(long.MaxValue) : null,
        Reason = outcome == ReadingOutcome.Read ? null : "permission denied (42501)",
    };

    /// <summary>The dictionary with one entry changed, or taken out where <paramref name="value"/> is null.</summary>
    public static IReadOnlyDictionary<string, string> With(this IReadOnlyDictionary<string, string> tags, string key, string? value)
    {
        var changed = tags.ToDictionary();
        if (value is null)
        {
            changed.Remove(key);
        }
        else
        {
            changed[key] = value;
        }

        return changed;
    }
}
