using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Verdicts;

/// <summary>docs/verification.md says what each check means for the verdict, and the verdict means what it says.</summary>
public sealed class EffectTableTests
{
    private const string Never = "-";

    private static readonly IReadOnlyDictionary<(string Check, CheckOutcome Outcome), string> Table = EffectTable.Read();

    public static TheoryData<string, CheckOutcome> Cells => [.. Table.Where(static cell => cell.Value != Never).Select(static cell => (cell.Key.Check, cell.Key.Outcome))];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Verdict_of_findings_with_this_one_blemish_is_what_the_table_promises(string check, CheckOutcome outcome)
    {
        Assert.True(Blemishes.Each.TryGetValue((check, outcome), out var findings), "No findings in which this check ends so: make some, or write '-' into the table.");

        var verdict = VerdictRules.Conclude(findings).Verdict;

        Assert.Contains(verdict.Checks, result => TableIdOf(result.Id) == EffectTable.IdOf(check) && result.Outcome == outcome);
        Assert.All(verdict.Checks.Where(result => TableIdOf(result.Id) != EffectTable.IdOf(check)), static result => Assert.Equal(CheckOutcome.Passed, result.Outcome));
        Assert.Equal(Table[(check, outcome)], EffectOn(verdict));
    }

    [Fact]
    public void Every_way_in_which_a_check_can_end_is_in_the_table() =>
        Assert.All(Blemishes.Each.Keys, static blemish => Assert.NotEqual(Never, Table.GetValueOrDefault(blemish, Never)));

    [Fact]
    public void Every_check_is_in_the_table_and_every_check_of_the_table_is_asked() => Assert.Equal(
        Table.Keys.Select(static cell => EffectTable.IdOf(cell.Check)).Distinct().Order(StringComparer.Ordinal),
        VerdictRules.Conclude(Blemishes.All).Verdict.Checks.Select(static check => TableIdOf(check.Id)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Runbook_has_a_section_for_every_check()
    {
        var headings = File.ReadLines(Path.Combine(Repository.Root, "runbooks", "drill-failed.md")).Where(static line => line.StartsWith("### ", StringComparison.Ordinal)).ToList();
        foreach (var check in Table.Keys.Select(static cell => cell.Check).Distinct())
        {
            var id = EffectTable.IdOf(check).Split(':') is ["user", ..] ? "user:..." : EffectTable.IdOf(check).Split(':')[0];
            Assert.True(headings.Exists(heading => heading.Contains($"`{id}`", StringComparison.Ordinal)), $"runbooks/drill-failed.md has no section for {id}.");
        }
    }

    [Fact]
    public void Findings_without_a_blemish_pass_every_check()
    {
        var verdict = VerdictRules.Conclude(Blemishes.All).Verdict;

        Assert.All(verdict.Checks, static check => Assert.Equal(CheckOutcome.Passed, check.Outcome));
        Assert.Equal("no effect", EffectOn(verdict));
    }

    private static string EffectOn(Verdict verdict) => verdict switch
    {
        { Outcome: RunOutcome.Pass } => verdict.Sentence.Contains("Warning: ", StringComparison.Ordinal) ? "warning" : "no effect",
        _ => verdict.Outcome.ToString(),
    };

    private static string TableIdOf(string id) => id.Split(':') switch
    {
        ["user", ..] => "user:<name>",
        [var prefix, _] => $"{prefix}:<database>",
        _ => id,
    };
}
