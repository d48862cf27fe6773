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
}
