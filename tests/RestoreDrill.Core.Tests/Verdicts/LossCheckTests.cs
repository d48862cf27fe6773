using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Verdicts;

public sealed class LossCheckTests
{
    private static readonly EarlierCopy Earlier = new("rd-copy-acme-c04cr4r00000", RunId.Parse("d04cr4r00000"), new DateTimeOffset(2026, 2, 28, 1, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(1200, 599, true)]
    [InlineData(1200, 600, false)]
    [InlineData(1200, 1300, false)]
    [InlineData(199, 99, true)]
    [InlineData(198, 99, false)]
    [InlineData(10, 0, true)]
    [InlineData(9, 0, false)]
    [InlineData(11, 1, false)]
    [InlineData(0, 0, false)]
    public void Table_counts_as_lost_when_it_lost_more_than_half_and_not_a_trifle(long then, long now, bool lost) =>
        Assert.Equal(lost ? CheckOutcome.Failed : CheckOutcome.Passed, Ask([Sample.Reading("t", then)], [Sample.Reading("t", now)]).Outcome);

    [Theory]
    [InlineData(0, 101, 1, true)]
    [InlineData(0, 1000, 900, true)]
    [InlineData(0, 1000, 901, false)]
    [InlineData(0.9, 1000, 100, false)]
    [InlineData(0.9, 1000, 99, true)]
    [InlineData(1, 1000, 1, false)]
    [InlineData(1, 1000, 0, true)]
    public void Share_is_the_configured_one(double maximum, long then, long now, bool lost) => Assert.Equal(
        lost ? CheckOutcome.Failed : CheckOutcome.Passed,
        Ask([Sample.Reading("t", then)], [Sample.Reading("t", now)], Sample.Configured with { MaximumLoss = maximum }).Outcome);

    [Fact]
    public void Loss_fails_the_drill_names_tables_rows_and_the_earlier_copy_and_pins_nothing()
    {
        var findings = Found.Good with
        {
            Earlier = Earlier,
            EarlierReadings = [Sample.Reading("homework", 290), Sample.Reading("gone", 12), Sample.Reading("students", 1100), Sample.Reading("orders", 4000, "shop")],
        };

        var (verdict, pin) = VerdictRules.Conclude(findings);

        Assert.Equal(RunOutcome.Fail, verdict.Outcome);
        Assert.Null(pin);
        Assert.Equal(
            "Does the copy still hold what an earlier one held? No: loss in the source: shop.public.orders held 4,000 rows, now it is gone, or has another name; courses.public.homework held 290 rows, now 90; "
            + "courses.public.gone held 12 rows, now it is gone, or has another name. Expected: no table gone or emptied, none smaller by more than 50 % than in copy rd-copy-acme-c04cr4r00000 of 2026-02-28 01:00:00 UTC, "
            + "which drill d04cr4r00000 proved.",
            verdict.Sentence);
    }

    [Theory]
    [InlineData(CheckLevel.Fail, true, CheckOutcome.Failed, true)]
    [InlineData(CheckLevel.Fail, true, CheckOutcome.Passed, false)]
    [InlineData(CheckLevel.Fail, true, CheckOutcome.Errored, false)]
    [InlineData(CheckLevel.Warn, true, CheckOutcome.Failed, false)]
    [InlineData(CheckLevel.Fail, false, CheckOutcome.Failed, false)]
    public void Freshness_that_stopped_since_the_earlier_copy_is_a_loss(CheckLevel level, bool asksForFreshness, CheckOutcome outcome, bool lost)
    {
        var expect = asksForFreshness ? new Expectation { NewerThan = TimeSpan.FromHours(26) } : new Expectation { AtLeast = 1 };
        var asked = new UserCheck { Name = "newest-submission", Database = "courses", Sql = "select max(submitted_at) from submissions", Expect = expect, Level = level };
        var answer = Found.Check(outcome) with { Level = level, Found = "2026-02-20 08:00:00+00" };
        var findings = Found.Good with { Database = Found.Good.Database with { Checks = [asked] }, UserChecks = [answer], Earlier = Earlier, EarlierReadings = Found.Good.Readings };

        var found = Assert.Single(VerdictRules.Conclude(findings).Verdict.Checks, static check => check.Id == LossCheck.Id);

        Assert.Equal(lost ? CheckOutcome.Failed : CheckOutcome.Passed, found.Outcome);
        Assert.Equal(
            lost,
            found.Found == "loss in the source: nothing new any more: user:newest-submission found 2026-02-20 08:00:00+00, expected newer than 1.02:00:00 before the data's own time");
    }

    [Fact]
    public void Birth_certificate_that_agrees_does_not_hide_a_loss()
    {
        var verdict = VerdictRules.Conclude(Found.Again with { Earlier = Earlier, EarlierReadings = [Sample.Reading("homework", 900)] }).Verdict;

        Assert.Equal(RunOutcome.Fail, verdict.Outcome);
        Assert.Equal(CheckOutcome.Passed, Assert.Single(verdict.Checks, static check => check.Id == "birth-certificate").Outcome);
    }

    [Theory]
    [InlineData("courses.public.log_2026_01", true)]
    [InlineData("courses.public.log_*", true)]
    [InlineData("courses.public.*", true)]
    [InlineData("courses.public.log_", false)]
    [InlineData("courses.public.log_2026_0", false)]
    [InlineData("courses.private.log_*", false)]
    [InlineData("billing.public.log_2026_01", false)]
    public void Table_that_may_shrink_is_not_compared(string listed, bool covered) => Assert.Equal(
        covered ? CheckOutcome.Passed : CheckOutcome.Failed,
        Ask([Sample.Reading("log_2026_01", 5000)], [], Sample.Configured with { MayShrink = [listed] }).Outcome);

    [Theory]
    [InlineData(ReadingOutcome.NotJudged)]
    [InlineData(ReadingOutcome.Damaged)]
    [InlineData(ReadingOutcome.NotProtected)]
    public void What_was_not_read_then_or_now_is_not_compared(ReadingOutcome outcome)
    {
        Assert.Equal(CheckOutcome.Passed, Ask([Sample.Reading("t", 5000)], [Sample.Reading("t", 3, outcome: outcome)]).Outcome);
        Assert.Equal(CheckOutcome.Passed, Ask([Sample.Reading("t", 5000, outcome: outcome)], []).Outcome);
    }

    [Fact]
    public void Materialised_view_is_not_compared()
    {
        var view = Sample.Reading("report", 5000) with { Kind = RelationKind.MaterializedView };

        Assert.Equal(CheckOutcome.Passed, Ask([view], [view with { Rows = 0 }]).Outcome);
        Assert.Equal(CheckOutcome.Passed, Ask([view], []).Outcome);
    }

    [Fact]
    public void Database_that_could_not_be_verified_has_lost_nothing_that_is_known()
    {
        var closed = Found.Good.Databases([.. Found.Good.Inventory.Databases, new ListedDatabase("shop", DatabaseReach.Closed, "it accepts no connections")]) with
        {
            Earlier = Earlier, EarlierReadings = [Sample.Reading("orders", 4000, "shop")],
        };

        Assert.Equal(CheckOutcome.Passed, LossCheck.Ask(closed).Outcome);
        Assert.Equal("0 of 1 relations were compared, none has lost so much", LossCheck.Ask(closed).Found);
    }

    [Fact]
    public void Without_an_earlier_copy_there_is_no_answer_and_no_harm()
    {
        var verdict = VerdictRules.Conclude(Found.Good).Verdict;

        Assert.Equal(RunOutcome.Pass, verdict.Outcome);
        Assert.Equal(CheckOutcome.NotAvailable, Assert.Single(verdict.Checks, static check => check.Id == LossCheck.Id).Outcome);
    }

    private static CheckResult Ask(RelationReading[] then, RelationReading[] now, ProtectedDatabase? database = null) =>
        LossCheck.Ask(Found.Good with { Earlier = Earlier, EarlierReadings = then, Readings = now, Database = database ?? Sample.Configured });
}
