using System.Reflection;
using System.Text.Json.Serialization;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Json;

public sealed class CanonicalJsonTests
{
    private static readonly DepositStand Deposits = new()
    {
        Ending = new RunConclusion(RunOutcome.Pass, "It is.", "restores", "left"), Since = Sample.Now, Kept = ["a/b"], IsComplete = true, For = [Sample.Drill], Refused = [Sample.Drill],
    };

    [Fact]
    public void Copy_state_with_every_field_comes_back()
    {
        var state = new CopyState
        {
            Route = CopyRoute.AwsBackup,
            BackupJob = "job-1",
            BackupAttempt = 1,
            PointArn = "arn:aws:rds:eu-central-1:111111111111:snapshot:awsbackup:job-1",
            CopyJob = "copyjob-1",
            CopyAttempt = 2,
            DeleteAt = Sample.Now.AddDays(35),
            Source = new SourceInstance
            {
                Name = Sample.Instance,
                Arn = Sample.Facts.SourceArn,
                ResourceId = Sample.ResourceId,
                Status = "available",
                Engine = "postgres",
                EngineVersion = "15.18",
                KmsKeyArn = "arn:key",
                InstanceClass = "db.r6g.large",
                ParameterGroup = "courses-pg15",
                MasterUser = "master",
            },
            SourceAccount = Sample.SourceAccount,
            VaultAccount = Sample.VaultAccount,
            NeedsReencryption = true,
            Staging = "staging",
            SharedName = "shared",
            SharedArn = "arn:shared",
            SnapshotAskedAt = Sample.Now,
            SnapshotAvailableAt = Sample.Now.AddTicks(1),
            LogicalReplication = true,
            MaxPreparedTransactions = 7,
            Facts = Sample.Facts,
            FactsDigest = Sample.Facts.Digest(),
            CopyName = "copy",
            CopyArn = "arn:copy",
            AllocatedStorage = 200,
            CopyAskedAt = Sample.Now.AddMinutes(1),
            CopyAvailableAt = Sample.Now.AddMinutes(2),
            Reading = new SourceStand
            {
                Identity = new InstanceIdentity(150018, "7301"),
                Databases = ["courses"],
                Limit = new OldRowLimit(751, "0/1000", Sample.Now),
                RowsSince = Sample.Now,
                Troubles = 1,
                TroubleSince = Sample.Now,
                Unavailable = "no route",
                ManifestSha256 = new string('b', 64),
            },
            Failure = "\"why\"\n",
            Strangers = ["999999999999"],
            Lock = "none",
            Deposits = Deposits,
        };

        ComesBack(state);
    }

    [Fact]
    public void Drill_state_with_every_field_comes_back()
    {
        var state = new DrillState
        {
            DeleteAt = Sample.Now.AddDays(35),
            Selection = CopySelection.RandomOlder,
            NamedCopy = "named",
            Candidates = ["a", "b"],
            CopyName = "a",
            CopyArn = "arn:a",
            CopyKeyArn = "arn:key",
            Facts = Sample.Facts,
            Lock = "none",
            Order = new RestoreOrder
            {
                Name = "scratch",
                Copy = "a",
                InstanceClass = "db.t4g.medium",
                SubnetGroup = "closed",
                SecurityGroups = ["sg-1", "sg-2"],
                ParameterGroup = "restoredrill-postgres15",
                Tags = ScratchOwnership.TagsOf(Sample.Installation, Sample.Drill),
            },
            Times = new DrillTimes
            {
                AskedAt = Sample.Now,
                AcceptedAt = Sample.Now.AddSeconds(1),
                AvailableAt = Sample.Now.AddMinutes(9),
                FirstAnswerAt = Sample.Now.AddMinutes(10),
                FullyReadAt = Sample.Now.AddMinutes(11),
                RemovedAt = Sample.Now.AddMinutes(12),
                DataTime = Sample.Facts.DataTime,
            },
            ScratchArn = "arn:scratch",
            Host = "host",
            Port = 5432,
            MasterUser = "master",
            PasswordResets = 2,
            Identity = new InstanceIdentity(150018, null, "permission denied"),
            Inventory = new InstanceInventory(
                [new ListedDatabase("rdsadmin", DatabaseReach.Closed, "AWS's own"), new ListedDatabase("courses", DatabaseReach.Verified)],
                [new ListedRelation(new RelationName("courses", "public", "tab\t\"le\"\n"), RelationKind.MaterializedView, 10, 8192)],
                [new Hazard("courses", "subscription", "to_production", "connects to somewhere")],
                ["master may read what app owns"]),
            RelationsDone = 1,
            ManifestSha256 = new string('b', 64),
            ChangedRecord = "old rows of a.b.c",
            Structure =
            [
                new StructureAnswer
                {
                    Kind = StructureKind.InvalidIndexes, Database = "courses", Outcome = CheckOutcome.Failed, Summary = "3", FindingCount = 1, Findings = [new StructureFinding("public.x", "valid", "invalid")],
                },
            ],
            SelfTest = new SelfTestStand
            {
                IsDue = true,
                Why = "none was made",
                Earlier = Sample.Drill,
                EarlierMiss = "deleted-row of courses.public.students",
                BegunAt = Sample.Now,
                FinishedAt = Sample.Now.AddMinutes(1),
                UnderWay = new FaultTarget { Fault = Fault.RevokedGrant, Database = "courses", Schema = "public", Relation = "x", Part = "SELECT", Grantee = "", ItemKind = "table", ItemName = "public.x", FeedsColumn = true },
                Results = [new FaultResult { Fault = Fault.DeletedRow, Outcome = FaultOutcome.Missed, SeenBy = ["catalog"], Reason = "why" }],
                Problem = "lost",
            },
            Earlier = new EarlierCopy("rd-copy-acme-c04cr4r00000", Sample.Drill, Sample.Now),
            Chain = new ChainStand
            {
                Limit = (7UL << 32) + 3,
                IsLinked = true,
                Base = new ChainLink("rd-copy-acme-b", "arn:b", Sample.Drill, Sample.Now, ulong.MaxValue, new string('c', 64)),
                Earlier = new ChainLink("rd-copy-acme-a", "arn:a", Sample.Drill, Sample.Now, 3, new string('d', 64)),
                Problem = "a record was changed",
                Sha256 = new string('e', 64),
            },
            GoesOnIn = DrillPhases.Reading,
            UserChecks = [new CheckResult { Id = "user:x", Question = "x?", Outcome = CheckOutcome.TimedOut, Expected = "1", Found = "2", Took = TimeSpan.FromSeconds(3) }],
            Verdict = new Verdict
            {
                Outcome = RunOutcome.Pass,
                Level = VerdictLevel.MatchesSource,
                Sentence = "It restores.",
                AgainstEarlier = "99.00 %",
                Counts = new VerdictCounts { RowsRead = long.MaxValue, EmptyDatabases = ["postgres"] },
                ReadingsSha256 = new string('a', 64),
            },
            GuardRails = new GuardRailFindings(Sample.Now, [GuardRailAnswer.Broken(GuardRailCatalog.NewestCopy, "three days old") with { Database = "courses" }]),
            Deposits = Deposits,
            Plan = Restoring.PlanSample.Plan,
            Rehearsal = new EmergencyRehearsal { FinalParameterGroup = "courses-postgres15", RtoTarget = TimeSpan.FromHours(4) },
            CopyBack = new CopyBackStand { Job = "copyjob-1", Attempt = 1, AskedAt = Sample.Now, PointArn = "arn:aws:rds:eu-central-1:333333333333:snapshot:awsbackup:copyjob-1", ArrivedAt = Sample.Now },
            HandOver = new HandOverStand { HandedOverAt = Sample.Now, Problem = "it has none", PasswordIn = "a file", PasswordProblem = "none", ParameterGroup = "courses-postgres15", IsGone = true },
        };

        var text = ComesBack(state);
        Assert.DoesNotContain("password\"", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void States_have_no_member_that_could_hold_a_password()
    {
        var seen = new HashSet<Type>();
        var waiting = new Queue<Type>([typeof(DrillState), typeof(CopyState), typeof(RunChange), typeof(Run), typeof(RunEvent)]);
        while (waiting.TryDequeue(out var type))
        {
            Assert.NotEqual(typeof(MasterPassword), type);
            foreach (var inner in type.GetProperties().Select(static property => property.PropertyType).SelectMany(Parts).Where(seen.Add))
            {
                waiting.Enqueue(inner);
            }
        }

        Assert.Contains(typeof(RestoreOrder), seen);

        static IEnumerable<Type> Parts(Type type) => type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts)
            : type.Assembly == typeof(Run).Assembly ? [type]
            : [];
    }

    [Fact]
    public void Words_and_members_are_written_as_documented()
    {
        var text = CanonicalJson.Write(new DrillState { Selection = CopySelection.RandomOlder, CopyName = "a" });

        Assert.StartsWith("{\"selection\":\"random-older\",\"candidates\":[],\"copyName\":\"a\",", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"selection\":\"a-word-of-2031\"}")]
    [InlineData("{\"selection\":1}")]
    [InlineData("{\"facts\":{\"run\":\"not-a-run\"}}")]
    public void Text_that_is_no_such_state_is_refused_with_its_name(string text) =>
        Assert.Contains("DrillState", Assert.Throws<InvalidDataException>(() => CanonicalJson.Read<DrillState>(text)).Message, StringComparison.Ordinal);

    private static string ComesBack<T>(T value)
    {
        var text = CanonicalJson.Write(value);
        Assert.Equal(text, CanonicalJson.Write(CanonicalJson.Read<T>(text)));
        foreach (var property in typeof(T).GetProperties().Where(static property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            Assert.True(
                Equals(property.GetValue(value), property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null) is false,
                $"{property.Name} is not set: a field that is never set proves nothing");
        }

        return text;
    }
}
