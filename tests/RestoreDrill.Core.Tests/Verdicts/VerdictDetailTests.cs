using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Structures;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Verdicts;

public sealed class VerdictDetailTests
{
    [Theory]
    [InlineData(CheckOutcome.Errored, RunOutcome.Fail)]
    [InlineData(CheckOutcome.TimedOut, RunOutcome.Inconclusive)]
    public void Warning_of_one_database_hides_no_missing_answer_of_another(CheckOutcome other, RunOutcome expected)
    {
        var warned = Blemishes.Answer(StructureKind.InvalidIndexes, CheckOutcome.Failed);
        var without = Blemishes.Answer(StructureKind.InvalidIndexes, other) with { Database = "billing", Summary = "53200: out of memory" };

        var (verdict, _) = VerdictRules.Conclude(Blemishes.All with
        {
            Structure = [.. Blemishes.All.Structure.Where(static answer => answer.Kind != StructureKind.InvalidIndexes), warned, without],
        });

        Assert.Equal(expected, verdict.Outcome);
        Assert.Contains("billing: 53200: out of memory", verdict.Checks.Single(static check => check.Id == "invalid-indexes").Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Pass_without_a_proven_row_matches_no_source()
    {
        var findings = Blemishes.All with
        {
            Chain = null,
            Database = Blemishes.All.Database with { MinimumProvenShare = 0 },
            Source = Blemishes.All.Source with { Rows = [.. Blemishes.All.Source.Rows.Select(static relation => relation with { RowsProven = 0, RowsUnread = relation.RowsProven })] },
        };

        var verdict = VerdictRules.Conclude(findings).Verdict;

        Assert.Equal((RunOutcome.Pass, VerdictLevel.Unchanged), (verdict.Outcome, verdict.Level));
        Assert.Equal(VerdictLevel.MatchesSource, VerdictRules.Conclude(Blemishes.All).Verdict.Level);
    }

    [Fact]
    public void Share_of_the_chain_is_of_the_rows_read_and_has_a_line_of_its_own()
    {
        var findings = Blemishes.All with
        {
            Readings = [.. Blemishes.All.Readings, Sample.Reading("scratchpad", 700, outcome: ReadingOutcome.NotProtected), Sample.Reading("hidden", 50, outcome: ReadingOutcome.NotJudged)],
            Chain = Blemishes.All.Chain! with { Rows = [.. Blemishes.All.Chain.Rows.Select(static relation => relation with { RowsProven = relation.RowsProven / 2 })] },
        };

        var verdict = VerdictRules.Conclude(findings).Verdict;

        Assert.Equal("50.00 % of its rows are proven identical with those of copy rd-copy-acme-b (650; 650 not judged)", verdict.AgainstEarlier);
        Assert.DoesNotContain("rd-copy-acme-b", verdict.AgainstSource, StringComparison.Ordinal);
        Assert.Null(VerdictRules.Conclude(Found.Good).Verdict.AgainstEarlier);
    }

    [Fact]
    public void Why_no_row_is_judged_against_the_source_is_known()
    {
        Assert.Null(VerdictRules.Conclude(Blemishes.All).Verdict.WhyNoRows);
        Assert.Equal("no rows of the source were read", Why(static source => source with { Limit = null }));
        Assert.Equal("it was shut down", Why(static source => source with { Problem = "it was shut down", Limit = null }));
        Assert.Equal("no login to the source was configured when the copy was made", Why(static _ => new SourceFindings()));
    }

    private static string? Why(Func<SourceFindings, SourceFindings> change) => VerdictRules.Conclude(Blemishes.All with { Source = change(Blemishes.All.Source) }).Verdict.WhyNoRows;
}
