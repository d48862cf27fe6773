using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Verdicts;

public sealed class VerdictRulesTests
{
    /// <summary>Name, findings, outcome, and what the sentence must say.</summary>
    private static readonly Dictionary<string, (Findings Findings, RunOutcome Outcome, string Says)> NeverAPass = new()
    {
        ["no relation at all"] = (Found.Good with { Readings = [] }, RunOutcome.Fail, "Were rows read? No: 0 rows. Expected: at least one row over the whole instance."),
        ["only empty relations"] = (
            Found.Good with { Readings = [Sample.Reading("students", 0)], Database = Sample.Configured, KnownToHoldRows = [] }, RunOutcome.Fail, "Were rows read? No: 0 rows."),
        ["no database at all"] = ((Found.Good with { Readings = [] }).Databases(), RunOutcome.Fail, "Were rows read? No: 0 rows."),
        ["rows only in relations that a snapshot does not protect"] = (
            Found.Good with
            {
                Readings = [Sample.Reading("cache", 70, outcome: ReadingOutcome.NotProtected)], Database = Sample.Configured, KnownToHoldRows = [],
            },
            RunOutcome.Fail,
            "Were rows read? No: 0 rows."),
        ["nothing could be read"] = (
            Found.Good.Unread("students").Unread("homework").Unread("drafts").Unread("invoices"), RunOutcome.Inconclusive, "Were rows read? Not answered"),
        ["configured database is empty"] = (
            Found.Good.Where("students", static _ => null).Where("homework", static _ => null),
            RunOutcome.Fail,
            "Does database courses hold rows? No: 0 rows. Expected: rows, by the configuration."),
        ["known database is empty"] = (
            Found.Good.Where("invoices", static reading => reading with { Rows = 0, HashSum = 0 }),
            RunOutcome.Fail,
            "Does database billing hold rows? No: 0 rows. Expected: rows, as in the latest passing drill."),
        ["configured database is missing"] = (
            (Found.Good with { Readings = [Sample.Reading("invoices", 10, "billing")] }).Databases(new ListedDatabase("billing", DatabaseReach.Verified)),
            RunOutcome.Fail,
            "no such database in the restored instance"),
        ["configured database could not be verified"] = (
            (Found.Good with { Readings = [Sample.Reading("invoices", 10, "billing")] })
                .Databases(new ListedDatabase("billing", DatabaseReach.Verified), new ListedDatabase("courses", DatabaseReach.Closed, "it accepts no connections")),
            RunOutcome.Inconclusive,
            "a database that could not be verified: it accepts no connections"),
        ["database that accepts connections was not reached"] = (
            Found.Good.Databases([.. Found.Good.Inventory.Databases, new ListedDatabase("shop", DatabaseReach.NotReached, "no CONNECT on it")]),
            RunOutcome.Inconclusive,
            "Could every database of the instance be verified? Not answered: shop was not: no CONNECT on it. Expected: every database that accepts connections."),
        ["database with damaged catalogs"] = (
            Found.Good.Databases([.. Found.Good.Inventory.Databases, new ListedDatabase("shop", DatabaseReach.Damaged, "XX001")]),
            RunOutcome.Fail,
            "shop was not: XX001"),
        ["one relation unread"] = (Found.Good.Unread("homework"), RunOutcome.Inconclusive, "courses.public.homework (the server's words (42501))"),
        ["one relation unread that was never analysed"] = (
            Found.Good.Unread("drafts"), RunOutcome.Inconclusive, "Could enough rows of database courses be read? Not answered"),
        ["one relation unread, a share that allows it"] = (
            (Found.Good with { Database = Found.Good.Database with { MinimumReadShare = 0.5 } }).Unread("homework"), RunOutcome.Inconclusive, "courses.public.homework"),
        ["exempt relation of the same name in another database"] = (
            (Found.Good with { Database = Found.Good.Database with { MayStayUnread = ["billing.public.homework"] } }).Unread("homework"),
            RunOutcome.Inconclusive,
            "courses.public.homework"),
        ["damaged relation"] = (
            Found.Good.Unread("homework", ReadingOutcome.Damaged),
            RunOutcome.Fail,
            "Is every relation free of damage that the server reports? No: courses.public.homework (the server's words (42501)). Expected: no relation that the server calls damaged."),
        ["damaged relation that may stay unread"] = (
            (Found.Good with { Database = Found.Good.Database with { MayStayUnread = ["courses.public.homework"] } }).Unread("homework", ReadingOutcome.Damaged),
            RunOutcome.Fail,
            "courses.public.homework"),
        ["user check failed"] = (
            Found.Good with { UserChecks = [Found.Check(CheckOutcome.Failed)] },
            RunOutcome.Fail,
            "Is there a recent submission? No: 0. Expected: at least 1."),
        ["user check errored"] = (Found.Good with { UserChecks = [Found.Check(CheckOutcome.Errored)] }, RunOutcome.Fail, "Is there a recent submission? That could not be asked: 0. Expected: at least 1."),
        ["warning errored"] = (
            Found.Good with { UserChecks = [Found.Check(CheckOutcome.Errored) with { Level = CheckLevel.Warn }] }, RunOutcome.Fail, "Is there a recent submission? That could not be asked: 0"),
        ["warning timed out"] = (
            Found.Again with { UserChecks = [Found.Check(CheckOutcome.TimedOut) with { Level = CheckLevel.Warn }] }, RunOutcome.Inconclusive, "Is there a recent submission? Timed out"),
        ["warning beside a failed check"] = (
            Found.Good with { UserChecks = [Found.Check(CheckOutcome.Failed) with { Level = CheckLevel.Warn, Id = "user:warning", Question = "Warned?" }, Found.Check(CheckOutcome.Failed)] },
            RunOutcome.Fail,
            "Is there a recent submission? No: 0. Expected: at least 1."),
        ["user check timed out"] = (
            Found.Good with { UserChecks = [Found.Check(CheckOutcome.TimedOut)] }, RunOutcome.Inconclusive, "The drill does not pass: Is there a recent submission? Timed out"),
        ["user check not available"] = (
            Found.Good with { UserChecks = [Found.Check(CheckOutcome.NotAvailable)] }, RunOutcome.Inconclusive, "Is there a recent submission? Not answered"),
        ["user check that calls itself the identity note"] = (
            Found.Again with { UserChecks = [Found.Check(CheckOutcome.NotAvailable) with { Id = "user:identity" }] }, RunOutcome.Inconclusive, "Not answered"),
        ["other major version"] = (
            Found.Good with { Identity = new InstanceIdentity(160004, "7301") }, RunOutcome.Fail, "PostgreSQL 16. Expected: PostgreSQL 15."),
        ["other system identifier"] = (
            Found.Again with { Identity = new InstanceIdentity(150018, "7302") },
            RunOutcome.Fail,
            "Is this the cluster that was copied? No: system identifier 7302. Expected: system identifier 7301."),
        ["certificate of another formula"] = (
            Found.Again.Certified(static certificate => certificate with { Algorithm = "image-hash-0" }),
            RunOutcome.Inconclusive,
            "readings by image-hash-1 on PostgreSQL 15, which cannot be compared with image-hash-0 on PostgreSQL 15"),
        ["certificate of another seed"] = (
            Found.Again.Certified(static certificate => certificate with { Seed = 1 }), RunOutcome.Inconclusive, "cannot be compared"),
        ["certificate of another major version"] = (
            Found.Again.Certified(static certificate => certificate with { Identity = new InstanceIdentity(140010, "7301") }),
            RunOutcome.Inconclusive,
            "on PostgreSQL 14"),
        ["certificate whose readings were changed"] = (
            Found.Again with { Certificate = Found.Again.Certificate! with { Readings = [] } },
            RunOutcome.Fail,
            "the stored birth certificate does not give its own digest: the record was changed"),
        ["certificate whose digest was changed"] = (
            Found.Again with { Certificate = Found.Again.Certificate! with { Sha256 = new string('0', 64) } }, RunOutcome.Fail, "does not give its own digest"),
        ["certificate of another copy"] = (
            Found.Again.Certified(static certificate => certificate with { CopyArn = "arn:other" }), RunOutcome.Fail, "arn:other"),
        ["relation vanished"] = (Found.Again.Where("homework", static _ => null), RunOutcome.Fail, "courses.public.homework has vanished (90 rows)"),
        ["empty relation vanished"] = (Found.Again.Where("drafts", static _ => null), RunOutcome.Fail, "courses.public.drafts has vanished (0 rows)"),
        ["relation came into being"] = (
            Found.Again with { Readings = [.. Found.Again.Readings, Sample.Reading("planted", 1)] }, RunOutcome.Fail, "courses.public.planted was not there before (1 rows)"),
        ["row lost"] = (
            Found.Again.Where("students", static reading => reading with { Rows = 1199 }), RunOutcome.Fail, "courses.public.students has 1,199 rows, not 1,200"),
        ["row changed"] = (
            Found.Again.Where("students", static reading => reading with { HashSum = reading.HashSum + 1 }),
            RunOutcome.Fail,
            "courses.public.students has as many rows (1,200), but not the same"),
        ["rows without a hash sum"] = (
            Found.Again.Where("students", static reading => reading with { HashSum = null }), RunOutcome.Fail, "courses.public.students"),
        ["relation of another kind"] = (
            Found.Again.Where("students", static reading => reading with { Kind = RelationKind.MaterializedView }),
            RunOutcome.Fail,
            "courses.public.students is of kind MaterializedView, not Table"),
        ["relation read before, not this time"] = (
            (Found.Again with { Database = Found.Again.Database with { MayStayUnread = ["courses.public.homework"] } }).Unread("homework"),
            RunOutcome.Inconclusive,
            "could not be read this time: courses.public.homework (the server's words (42501))"),
        ["relation read before, no longer protected"] = (
            Found.Again.Unread("drafts", ReadingOutcome.NotProtected), RunOutcome.Inconclusive, "could not be read this time: courses.public.drafts"),
    };

    public static TheoryData<string> Names => [.. NeverAPass.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Findings_that_are_not_all_good_are_never_a_pass_and_the_sentence_says_why(string name)
    {
        var (findings, outcome, says) = NeverAPass[name];

        var (verdict, pin) = VerdictRules.Conclude(findings);

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Contains(says, verdict.Sentence, StringComparison.Ordinal);
        Assert.Null(verdict.Level);
        Assert.Null(pin);
        Assert.Equal("not judged", verdict.AgainstSource);
    }

    [Fact]
    public void First_good_drill_passes_at_restores_and_pins_what_it_found()
    {
        var (verdict, pin) = VerdictRules.Conclude(Found.Good);

        Assert.Equal((RunOutcome.Pass, VerdictLevel.Restores), (verdict.Outcome, verdict.Level));
        Assert.Equal(
            "The copy restores: 1,300 rows of 4 relations were read, and its birth certificate is pinned. Whether it matches its source is not judged.",
            verdict.Sentence);
        Assert.NotNull(pin);
        Assert.Equal(pin.Sha256, pin.Digest());
        Assert.Equal((Found.CopyArn, Sample.Drill, 4), (pin.CopyArn, pin.PinnedBy, pin.Readings.Count));
        Assert.Equal("not judged", verdict.AgainstSource);
    }

    [Fact]
    public void Later_drill_that_equals_the_certificate_passes_at_unchanged_and_does_not_pin_again()
    {
        var (verdict, pin) = VerdictRules.Conclude(Found.Again);

        Assert.Equal((RunOutcome.Pass, VerdictLevel.Unchanged), (verdict.Outcome, verdict.Level));
        Assert.Equal(
            "The copy restores and is unchanged since its first drill: 1,300 rows of 4 relations were read, all equal. Whether it matches its source is not judged.",
            verdict.Sentence);
        Assert.Null(pin);
    }

    [Fact]
    public void Warning_is_told_and_neither_keeps_from_passing_nor_from_pinning()
    {
        var warned = Found.Good with { UserChecks = [Found.Check(CheckOutcome.Failed) with { Level = CheckLevel.Warn }] };

        var first = VerdictRules.Conclude(warned);
        var later = VerdictRules.Conclude(warned with { Certificate = first.Pin });

        Assert.Equal((RunOutcome.Pass, VerdictLevel.Restores), (first.Verdict.Outcome, first.Verdict.Level));
        Assert.NotNull(first.Pin);
        Assert.Equal((RunOutcome.Pass, VerdictLevel.Unchanged), (later.Verdict.Outcome, later.Verdict.Level));
        Assert.All(
            [first.Verdict, later.Verdict],
            static verdict => Assert.EndsWith("is not judged. Warning: user:newest-submission: 0; expected: at least 1.", verdict.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Readings_in_another_order_are_the_same_readings()
    {
        var shuffled = Found.Again with { Readings = [.. Found.Again.Readings.Reverse()] };

        Assert.Equal(VerdictLevel.Unchanged, VerdictRules.Conclude(shuffled).Verdict.Level);
        Assert.Equal(VerdictRules.Conclude(Found.Again).Verdict.ReadingsSha256, VerdictRules.Conclude(shuffled).Verdict.ReadingsSha256);
    }

    [Fact]
    public void Identity_that_this_user_may_not_read_is_named_and_may_pass()
    {
        var hidden = new InstanceIdentity(150018, null, "permission denied for function pg_control_system");

        var first = VerdictRules.Conclude(Found.Good with { Identity = hidden });
        var later = VerdictRules.Conclude(Found.Good with { Identity = hidden, Certificate = first.Pin });

        Assert.Equal(VerdictLevel.Restores, first.Verdict.Level);
        Assert.Equal(VerdictLevel.Unchanged, later.Verdict.Level);
        var note = Assert.Single(later.Verdict.Checks, static check => check.Id == "identity");
        Assert.Equal(CheckOutcome.NotAvailable, note.Outcome);
        Assert.Equal($"not available (permission denied for function pg_control_system); the copy's facts name {Sample.ResourceId}", note.Found);
    }

    [Fact]
    public void Relation_that_may_stay_unread_does_not_lower_the_verdict_but_is_counted()
    {
        var exempt = (Found.Good with { Database = Found.Good.Database with { MayStayUnread = ["courses.public.homework"] } }).Unread("homework");

        var (verdict, pin) = VerdictRules.Conclude(exempt);

        Assert.Equal(RunOutcome.Pass, verdict.Outcome);
        Assert.NotNull(pin);
        Assert.Equal((1, 90L), (verdict.Counts.RelationsNotJudged, verdict.Counts.RowsNotJudged));
    }

    [Fact]
    public void Failure_outweighs_what_could_not_be_answered()
    {
        var both = Found.Again.Unread("homework").Where("students", static reading => reading with { Rows = 1 });

        var verdict = VerdictRules.Conclude(both).Verdict;

        Assert.Equal(RunOutcome.Fail, verdict.Outcome);
        Assert.Contains("courses.public.students has 1 rows, not 1,200", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_differences_are_counted_and_the_first_are_named()
    {
        var many = Enumerable.Range(0, 30).Select(static i => Sample.Reading($"t{i:00}", 5)).ToList();
        var before = Found.Good with { Readings = [.. Found.Good.Readings, .. many] };

        var sentence = VerdictRules.Conclude(Found.Good with { Certificate = BirthCertificate.Of(before) }).Verdict.Sentence;

        Assert.Contains("courses.public.t00 has vanished", sentence, StringComparison.Ordinal);
        Assert.Contains("and 20 more", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_is_counted()
    {
        var findings = Found.Good.Unread("homework", ReadingOutcome.Damaged) with
        {
            Readings = [.. Found.Good.Unread("homework", ReadingOutcome.Damaged).Readings, Sample.Reading("cache", 0, outcome: ReadingOutcome.NotProtected)],
        };

        var counts = VerdictRules.Conclude(findings).Verdict.Counts;

        Assert.Equal((3, 1), (counts.DatabasesVerified, counts.DatabasesNotVerified));
        Assert.Equal(["postgres"], counts.EmptyDatabases);
        Assert.Equal((3, 1, 1, 1), (counts.RelationsRead, counts.RelationsEmpty, counts.RelationsNotJudged, counts.RelationsNotProtected));
        Assert.Equal((1210L, 90L), (counts.RowsRead, counts.RowsNotJudged));
    }

    [Theory]
    [InlineData(true, RunOutcome.Fail)]
    [InlineData(false, RunOutcome.Inconclusive)]
    public void Drill_without_findings_fails_only_where_the_copy_is_to_blame(bool blamesTheCopy, RunOutcome outcome)
    {
        var verdict = VerdictRules.WithoutFindings(new StepFailure("It did not start.", blamesTheCopy));

        Assert.Equal((outcome, "It did not start.", null), (verdict.Outcome, verdict.Sentence, verdict.Level));
    }
}
