using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Verdicts;

/// <summary>Findings in which all is well and everything was asked, and the same with one check that ended otherwise.</summary>
internal static class Blemishes
{
    private static readonly EarlierCopy Earlier = new("rd-copy-acme-c04cr4r00000", RunId.Parse("d04cr4r00000"), new DateTimeOffset(2026, 2, 28, 1, 0, 0, TimeSpan.Zero));

    private static readonly Revocation Revoked = new()
    {
        Database = Sample.Database,
        CopyName = "rd-copy-acme-b",
        CopyArn = "arn:b",
        Drill = Sample.Drill,
        FoundBy = Sample.Drill,
        LaterCopy = "rd-copy-acme-c",
        EarlierCopy = "rd-copy-acme-a",
        Places = ["courses.public.students, block 17"],
    };

    /// <summary>A later drill of a copy whose source was read in full, after a drill of an earlier copy.</summary>
    public static Findings All { get; } = Pinned(Found.Good with
    {
        Earlier = Earlier,
        EarlierReadings = Found.Good.Readings,
        SelfTest = Tested(FaultOutcome.Caught),
        Database = Found.Good.Database with { Chain = new ChainOptions { MinimumProvenShare = 0.9 } },
        Chain = new ChainFindings
        {
            Base = Link("b"),
            Earlier = Link("a"),
            Rows = [.. Found.Good.Readings.Select(static reading => new ChainComparison { Name = reading.Name, RowsProven = reading.Rows })],
        },
        Structure = [.. Enum.GetValues<StructureKind>().Select(static kind => Answer(kind, CheckOutcome.Passed))],
        Source = new SourceFindings
        {
            WasAsked = true,
            Identity = Found.Good.Identity,
            Catalogs = [Catalog()],
            Limit = new OldRowLimit(4711, "0/1", Sample.Now),
            Rows = [.. Found.Good.Readings.Select(static reading => new RelationComparison { Name = reading.Name, RowsProven = reading.Rows })],
        },
    });

    /// <summary>By check (as <see cref="EffectTable"/> names it) and outcome.</summary>
    public static IReadOnlyDictionary<(string Check, CheckOutcome Outcome), Findings> Each { get; } = Make();

    private static Dictionary<(string, CheckOutcome), Findings> Make()
    {
        var contradiction = new ChainContradiction(new BlockRange(17, 1), 61, 60);
        var relaxed = All.Database with { ExpectRowsIn = [] };
        var empty = Compared(Pinned(All with { Readings = [Sample.Reading("drafts", 0)], Database = relaxed, KnownToHoldRows = [], EarlierReadings = [] }));
        var each = new Dictionary<(string, CheckOutcome), Findings>
        {
            [("revoked", CheckOutcome.Failed)] = All with { Revocation = Revoked },
            [("chain", CheckOutcome.NotAvailable)] = All with
            {
                Chain = All.Chain! with { Rows = [.. All.Chain.Rows.Select(relation => relation with { GroupsContradicting = 1, Contradictions = [contradiction] })] },
            },
            [("chain where there is no earlier copy to begin with", CheckOutcome.NotAvailable)] = All with { Chain = new ChainFindings() },
            [("chain-share:<database>", CheckOutcome.NotAvailable)] = All with { Chain = All.Chain! with { Rows = [] } },
            [("engine-version", CheckOutcome.Failed)] = All with { Facts = All.Facts with { EngineVersion = "14.10" } },
            [("identity", CheckOutcome.Failed)] = All.Certified(static certificate => certificate with { Identity = new InstanceIdentity(150018, "7302") }),
            [("identity", CheckOutcome.NotAvailable)] = Pinned(All with { Identity = new InstanceIdentity(150018, null, "permission denied") }),
            [("databases", CheckOutcome.Failed)] = All.Databases([.. All.Inventory.Databases, new ListedDatabase("shop", DatabaseReach.Damaged, "XX001")]),
            [("databases", CheckOutcome.NotAvailable)] = All.Databases([.. All.Inventory.Databases, new ListedDatabase("shop", DatabaseReach.NotReached, "no CONNECT on it")]),
            [("rows-read", CheckOutcome.Failed)] = empty,
            [("rows-read", CheckOutcome.NotAvailable)] = Pinned(empty.Unread("drafts") with { Database = relaxed with { MayStayUnread = ["courses.public.drafts"] } }),
            [("readable", CheckOutcome.Failed)] = Pinned(All.Unread("drafts", ReadingOutcome.Damaged)),
            [("expected-rows:<database>", CheckOutcome.Failed)] = Pinned(All.Where("invoices", static _ => null) with { EarlierReadings = [] }),
            [("expected-rows:<database>", CheckOutcome.NotAvailable)] =
                Pinned(All.Unread("invoices") with { Database = All.Database with { MayStayUnread = ["billing.public.invoices"] } }),
            [("read-share:<database>", CheckOutcome.NotAvailable)] = Pinned(All.Unread("homework")),
            [("source-loss", CheckOutcome.Failed)] = All with { EarlierReadings = [Sample.Reading("homework", 900)] },
            [("source-loss", CheckOutcome.NotAvailable)] = All with { Earlier = null, EarlierReadings = [] },
            [("manifest", CheckOutcome.Failed)] = All with { Source = new SourceFindings { WasAsked = true, Changed = true, Problem = "a tag was changed" } },
            [("manifest", CheckOutcome.NotAvailable)] = All with { Source = new SourceFindings { WasAsked = true, Problem = "the source could not be read" } },
            [("manifest where no login was configured when the copy was made", CheckOutcome.NotAvailable)] = All with { Source = new SourceFindings { Problem = "no login" } },
            [("catalog", CheckOutcome.Failed)] = With(All.Source with { Catalogs = [Catalog("none")] }),
            [("catalog", CheckOutcome.NotAvailable)] = With(All.Source with { Catalogs = [Catalog() with { UnreadInCopy = ["roles could not be read in full"] }] }),
            [("source-rows", CheckOutcome.Failed)] = With(All.Source with { Rows = [.. All.Source.Rows.Select(static relation => relation with { GroupsDiffering = 1 })] }),
            [("proven-share:<database>", CheckOutcome.NotAvailable)] = With(All.Source with { Rows = [] }),
            [("self-test", CheckOutcome.Failed)] = All with { SelfTest = Tested(FaultOutcome.Missed) },
            [("self-test", CheckOutcome.Errored)] = All with { SelfTest = Tested(FaultOutcome.Caught) with { FinishedAt = null, Problem = "the instance vanished" } },
            [("self-test", CheckOutcome.NotAvailable)] = All with { SelfTest = new SelfTestStand { IsDue = false, Why = "none is due", BegunAt = Sample.Now } },
            [("birth-certificate", CheckOutcome.Failed)] = All with { Certificate = All.Certificate! with { Sha256 = new string('0', 64) } },
            [("birth-certificate", CheckOutcome.NotAvailable)] = All.Certified(static certificate => certificate with { Algorithm = "image-hash-0" }),
        };
        foreach (var outcome in Enum.GetValues<CheckOutcome>().Where(static outcome => outcome != CheckOutcome.Passed))
        {
            foreach (var kind in Enum.GetValues<StructureKind>())
            {
                each.Add(
                    (CanonicalJson.Write(kind).Trim('"'), outcome),
                    All with { Structure = [.. All.Structure.Where(answer => answer.Kind != kind), Answer(kind, outcome)] });
            }

            each.Add(("user:<name>", outcome), All with { UserChecks = [Found.Check(outcome)] });
            each.Add(("user:<name> at level `Warn`", outcome), All with { UserChecks = [Found.Check(outcome) with { Level = CheckLevel.Warn }] });
        }

        return each;
    }

    private static SelfTestStand Tested(FaultOutcome outcome) => new()
    {
        IsDue = true,
        Why = "none was made",
        BegunAt = Sample.Now,
        FinishedAt = Sample.Now,
        Results = [new FaultResult { Fault = Fault.DeletedRow, Outcome = outcome, SeenBy = ["birth-certificate"], Reason = "not seen" }],
    };

    private static ChainLink Link(string name) => new($"rd-copy-acme-{name}", $"arn:{name}", Sample.Drill, Sample.Now, 4711, new string('a', 64));

    private static Findings With(SourceFindings source) => All with { Source = source };

    /// <summary>With a certificate that says what was found.</summary>
    private static Findings Pinned(Findings findings) => findings with { Certificate = BirthCertificate.Of(findings) };

    /// <summary>With a source whose relations are those that were found.</summary>
    private static Findings Compared(Findings findings) => findings with
    {
        Chain = findings.Chain! with { Rows = [] },
        Source = findings.Source with { Rows = [.. findings.Readings.Select(static reading => new RelationComparison { Name = reading.Name, RowsProven = reading.Rows })] },
    };

    public static StructureAnswer Answer(StructureKind kind, CheckOutcome outcome) => new()
    {
        Kind = kind,
        Database = "courses",
        Outcome = outcome,
        Findings = outcome == CheckOutcome.Failed ? [new StructureFinding("public.students", "nothing of the kind", "is not as it should be")] : [],
        FindingCount = outcome == CheckOutcome.Failed ? 1 : 0,
        Summary = "looked at",
    };

    private static CatalogFindings Catalog(string? found = null) => new(
        "courses",
        new CatalogComparison
        {
            Differences = found is null ? [] : [new CatalogDifference("courses", "table", "public.students", "a table", found)], Compared = 40, Moved = 0, NotJudged = [], NotComparable = [],
        },
        []);
}
