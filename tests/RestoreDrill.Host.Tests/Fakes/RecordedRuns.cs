using System.Numerics;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Host.Tests.Fakes;

/// <summary>A copy run and a drill as they stand in the records when all went well.</summary>
internal static class RecordedRuns
{
    public static readonly RunId CopyId = RunId.Parse("c00aaaaaaaa1");
    public static readonly RunId DrillId = RunId.Parse("d00bbbbbbbb1");

    public static readonly CopyFacts Facts = new()
    {
        Installation = InstallationId.Parse("acme"),
        Run = CopyId,
        Database = "courses",
        SourceArn = "arn:aws:rds:eu-west-1:111111111111:db:courses-prod",
        SourceResourceId = "db-ABC",
        EngineVersion = "15.18",
        SnapshotTime = CommandLine.Now.AddHours(-10),
        LogicalReplication = false,
        MaxPreparedTransactions = 0,
    };

    public static string CopyName { get; } = new ResourceNames(InstallationId.Parse("acme")).Copy(CopyId);

    public static Run Copy { get; } = new()
    {
        Id = CopyId,
        Kind = RunKind.Copy,
        Database = "courses",
        Trigger = "cli:maria@laptop",
        Phase = CopyPhases.Finished,
        PhaseSince = CommandLine.Now.AddHours(-9),
        Troubles = 0,
        State = CanonicalJson.Write(new CopyState
        {
            Staging = "rd-staging-acme-c00aaaaaaaa1",
            CopyName = CopyName,
            CopyArn = $"arn:aws:rds:eu-west-1:222222222222:snapshot:{CopyName}",
            Facts = Facts,
            FactsDigest = Facts.Digest(),
            VaultAccount = "222222222222",
            SnapshotAskedAt = CommandLine.Now.AddHours(-10),
            SnapshotAvailableAt = CommandLine.Now.AddHours(-10).AddMinutes(12),
            CopyAskedAt = CommandLine.Now.AddHours(-10).AddMinutes(13),
            CopyAvailableAt = CommandLine.Now.AddHours(-9).AddMinutes(-2),
            Lock = "broken: route rds-snapshot, a manual snapshot has no lock",
        }),
        CreatedAt = CommandLine.Now.AddHours(-10),
        FinishedAt = CommandLine.Now.AddHours(-9),
        Outcome = RunOutcome.Copied,
        Summary = "The copy is there.",
    };

    public static Run Drill { get; } = new()
    {
        Id = DrillId,
        Kind = RunKind.Drill,
        Database = "courses",
        Trigger = "cli:maria@laptop",
        Phase = DrillPhases.Finished,
        PhaseSince = CommandLine.Now.AddHours(-1),
        Troubles = 0,
        State = CanonicalJson.Write(new DrillState
        {
            Lock = "broken: route rds-snapshot, a manual snapshot has no lock",
            Candidates = [CopyName],
            CopyName = CopyName,
            CopyArn = $"arn:aws:rds:eu-west-1:222222222222:snapshot:{CopyName}",
            Facts = Facts,
            Times = new DrillTimes
            {
                AskedAt = CommandLine.Now.AddHours(-2),
                AcceptedAt = CommandLine.Now.AddHours(-2).AddSeconds(2),
                AvailableAt = CommandLine.Now.AddHours(-2).AddMinutes(15),
                FirstAnswerAt = CommandLine.Now.AddHours(-2).AddMinutes(16),
                FullyReadAt = CommandLine.Now.AddHours(-1).AddMinutes(-10),
                DataTime = CommandLine.Now.AddHours(-10),
            },
            Inventory = new InstanceInventory(
                [new ListedDatabase("courses", DatabaseReach.Verified), new ListedDatabase("rdsadmin", DatabaseReach.Closed, "AWS's own administrative database")],
                [],
                [new Hazard("courses", "subscription", "to_crm", "would connect to crm.example.com")],
                ["GRANT app TO postgres"]),
            Verdict = new Verdict
            {
                Outcome = RunOutcome.Pass,
                Level = VerdictLevel.Restores,
                Sentence = "The copy restores.",
                Checks =
                [
                    new CheckResult { Id = "rows-read", Question = "Were rows read?", Outcome = CheckOutcome.Passed, Expected = "at least one row", Found = "1,000 rows" },
                    new CheckResult
                    {
                        Id = "identity", Question = "Is this the cluster?", Outcome = CheckOutcome.NotAvailable, Expected = "a system identifier", Found = "not available",
                    },
                ],
                Counts = new VerdictCounts { DatabasesVerified = 1, DatabasesNotVerified = 1, RelationsRead = 1, RelationsNotJudged = 1, RowsRead = 1000, RowsNotJudged = 3 },
                ReadingsSha256 = "abc123",
            },
        }),
        CreatedAt = CommandLine.Now.AddHours(-2),
        FinishedAt = CommandLine.Now.AddHours(-1),
        Outcome = RunOutcome.Pass,
        Level = "restores",
        Summary = "The copy restores.",
    };

    /// <summary>An emergency restore of the same copy that found the same.</summary>
    public static Run Restore { get; } = Drill with { Id = RunId.Parse("r00bbbbbbbb1"), Kind = RunKind.Restore, Phase = "finished", CreatedAt = CommandLine.Now.AddHours(-1) };

    /// <summary>Puts both into the store, and the copy into the vault.</summary>
    public static void Record(CommandLine line)
    {
        line.Store.Add(Copy);
        line.Store.Add(
            Drill,
            Event(-120, DrillPhases.CheckingTarget, RunEventKind.Phase, "copy chosen"),
            Event(-119, DrillPhases.Restoring, RunEventKind.Phase, "the target is fit"),
            Event(-118, DrillPhases.Restoring, RunEventKind.Call, "rds:RestoreDBInstanceFromDBSnapshot rd-scratch-acme-d00bbbbbbbb1") with
            {
                Operation = "rds:RestoreDBInstanceFromDBSnapshot", RequestId = "11111111-2222-3333-4444-555555555555",
            },
            Event(-118, DrillPhases.WaitingForAvailable, RunEventKind.Phase, "accepted"),
            Event(-100, DrillPhases.WaitingForAvailable, RunEventKind.Trouble, "rds:DescribeDBInstances was refused: Throttling"),
            Event(-60, DrillPhases.Finished, RunEventKind.Conclusion, "The copy restores."));
        line.Store.Add(
            DrillId,
            new RelationReading { Name = new("courses", "public", "students"), Kind = RelationKind.Table, Outcome = ReadingOutcome.Read, Rows = 1000, HashSum = new BigInteger(42) },
            new RelationReading { Name = new("courses", "private", "notes"), Kind = RelationKind.Table, Outcome = ReadingOutcome.NotJudged, Rows = 3, Reason = "42501: permission denied" });
        line.Store.Add(new EvidenceRecord(DrillId, "{}", "fedcba"));
        line.Cloud.InVault[CopyName] = InVault(CopyName, CommandLine.Now.AddHours(-10));
        line.FollowSchedules();
    }

    /// <summary>That the proof of a copy is revoked: unless told otherwise, of the one that both are of.</summary>
    public static Revocation Revocation(string? copy = null) => new()
    {
        Database = "courses",
        CopyName = copy ?? CopyName,
        CopyArn = $"arn:aws:rds:eu-west-1:222222222222:snapshot:{copy ?? CopyName}",
        Drill = DrillId,
        FoundBy = RunId.Parse("d00bbbbbbbb2"),
        LaterCopy = "rd-copy-acme-c00aaaaaaaa2",
        EarlierCopy = "rd-copy-acme-c00aaaaaaaa0",
        Places = ["courses.public.students, block 17: 61 rows are in the copies before and after it, only 60 in it"],
        RecordedAt = CommandLine.Now.AddMinutes(-20),
    };

    /// <summary>An available copy of the database <c>courses</c>.</summary>
    public static CloudSnapshot InVault(string name, DateTimeOffset at) => new()
    {
        Name = name,
        Arn = $"arn:aws:rds:eu-west-1:222222222222:snapshot:{name}",
        Status = "available",
        OriginalCreateTime = at,
        EngineVersion = "15.18",
        MasterUser = "postgres",
        Tags = Facts.ToTags(),
    };

    private static RunEvent Event(int minutes, string phase, RunEventKind kind, string message) =>
        new() { At = CommandLine.Now.AddMinutes(minutes), Phase = phase, Kind = kind, Message = message };
}
