using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Verdicts;

/// <summary>Findings from which a drill passes, and ways to spoil them.</summary>
internal static class Found
{
    public const string CopyArn = "arn:aws:rds:eu-central-1:222222222222:snapshot:rd-copy-acme-c04cr4r0abcd";

    /// <summary>A first drill in which all is well.</summary>
    public static Findings Good => new()
    {
        Drill = Sample.Drill,
        CopyArn = CopyArn,
        CopyName = "rd-copy-acme-c04cr4r0abcd",
        Facts = Sample.Facts,
        Identity = new InstanceIdentity(150018, "7301"),
        Inventory = new InstanceInventory(
            [new ListedDatabase("courses", DatabaseReach.Verified), new ListedDatabase("billing", DatabaseReach.Verified), new ListedDatabase("postgres", DatabaseReach.Verified), new ListedDatabase("rdsadmin", DatabaseReach.Closed, "AWS's own")],
            [],
            [],
            []),
        Readings = [Sample.Reading("students", 1200), Sample.Reading("homework", 90), Sample.Reading("drafts", 0), Sample.Reading("invoices", 10, "billing")],
        UserChecks = [Check(CheckOutcome.Passed)],
        Database = Sample.Configured with { ExpectRowsIn = ["courses"] },
        KnownToHoldRows = ["billing"],
    };

    /// <summary>A later drill of the same copy in which all is well.</summary>
    public static Findings Again => Good with { Certificate = BirthCertificate.Of(Good) };

    public static CheckResult Check(CheckOutcome outcome) => new()
    {
        Id = "user:newest-submission",
        Question = "Is there a recent submission?",
        Outcome = outcome,
        Expected = "at least 1",
        Found = outcome == CheckOutcome.Passed ? "3" : "0",
    };

    /// <summary>One reading changed, or taken out.</summary>
    public static Findings Where(this Findings findings, string relation, Func<RelationReading, RelationReading?> change) => findings with
    {
        Readings = [.. findings.Readings.Select(reading => reading.Name.Name == relation ? change(reading) : reading).OfType<RelationReading>()],
    };

    public static Findings Unread(this Findings findings, string relation, ReadingOutcome outcome = ReadingOutcome.NotJudged) => findings.Where(
        relation, reading => reading with { Outcome = outcome, HashSum = null, Reason = "the server's words (42501)" });

    public static Findings Databases(this Findings findings, params ListedDatabase[] databases) => findings with
    {
        Inventory = findings.Inventory with { Databases = databases },
    };

    /// <summary>A certificate changed by somebody who can also compute its digest.</summary>
    public static Findings Certified(this Findings findings, Func<BirthCertificate, BirthCertificate> change)
    {
        var changed = change(findings.Certificate!);
        return findings with { Certificate = changed with { Sha256 = changed.Digest() } };
    }
}
