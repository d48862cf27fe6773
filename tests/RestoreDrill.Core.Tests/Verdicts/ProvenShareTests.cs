using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Verdicts;

public sealed class ProvenShareTests
{
    private const string Reason = "its columns were altered";

    /// <summary>The largest relation of a database that has others, too.</summary>
    private static readonly RelationReading Largest = Blemishes.All.Readings
        .Where(static reading => Blemishes.All.Readings.Count(other => other.Name.Database == reading.Name.Database) > 1).MaxBy(static reading => reading.Rows)!;

    [Theory]
    [InlineData(true, RunOutcome.Inconclusive)]
    [InlineData(false, RunOutcome.Pass)]
    public void Rows_that_an_uncompared_relation_has_lost_in_the_copy_count_as_not_proven(bool isEstimated, RunOutcome outcome)
    {
        var findings = Emptied(isEstimated ? Largest.Rows : 0);

        var verdict = VerdictRules.Conclude(findings).Verdict;

        Assert.Equal(outcome, verdict.Outcome);
        var share = Assert.Single(verdict.Checks, static check => check.Id == $"proven-share:{Largest.Name.Database}");
        Assert.Equal(isEstimated ? CheckOutcome.NotAvailable : CheckOutcome.Passed, share.Outcome);
        if (isEstimated)
        {
            Assert.Contains($"{Largest.Name}: {Reason}", share.Found, StringComparison.Ordinal);
            Assert.Contains($"nothing of {Largest.Name} could be compared", verdict.AgainstSource, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Estimate_of_a_relation_that_was_compared_says_nothing()
    {
        var findings = Blemishes.All with { Source = Blemishes.All.Source with { EstimatedRows = new Dictionary<RelationName, long> { [Largest.Name] = 1_000_000 } } };

        Assert.Equal(RunOutcome.Pass, VerdictRules.Conclude(findings).Verdict.Outcome);
    }

    /// <summary>One of its relations is empty, and was not compared.</summary>
    private static Findings Emptied(long estimated)
    {
        var findings = Blemishes.All with
        {
            Chain = null,
            Database = Blemishes.All.Database with { Chain = null },
            Earlier = null,
            EarlierReadings = [],
            Readings = [.. Blemishes.All.Readings.Select(static reading => reading.Name == Largest.Name ? reading with { Rows = 0 } : reading)],
            Source = Blemishes.All.Source with
            {
                Rows = [.. Blemishes.All.Source.Rows.Select(static relation => relation.Name == Largest.Name ? relation with { RowsProven = 0, Reasons = [Reason] } : relation)],
                EstimatedRows = new Dictionary<RelationName, long> { [Largest.Name] = estimated },
            },
        };
        return findings with { Certificate = BirthCertificate.Of(findings) };
    }
}
