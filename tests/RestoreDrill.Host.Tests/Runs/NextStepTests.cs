using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Host.Runs;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Runs;

public sealed class NextStepTests
{
    [Theory]
    [InlineData(CheckLevel.Warn, CheckOutcome.Failed, "Look at what the summary warns of; the copy is proven all the same.")]
    [InlineData(CheckLevel.Warn, CheckOutcome.Passed, "Nothing.")]
    [InlineData(CheckLevel.Fail, CheckOutcome.Passed, "Nothing.")]
    public void Drill_that_passed_and_warned_is_to_be_looked_at(CheckLevel level, CheckOutcome outcome, string next)
    {
        var check = new CheckResult { Id = "user:many", Question = "How many?", Outcome = outcome, Expected = "few", Found = "many", Level = level };
        var state = new DrillState { Verdict = new Verdict { Outcome = RunOutcome.Pass, Sentence = "The copy restores.", Checks = [check] } };

        Assert.Equal(next, NextStep.After(RecordedRuns.Drill with { State = CanonicalJson.Write(state) }, revocation: null, Command));
    }

    [Theory]
    [InlineData(null, "restore run <plan>")]
    [InlineData(RunOutcome.Pass, "hand-over with runbooks/emergency-restore.md")]
    [InlineData(RunOutcome.Fail, "Do not hand the new instance over")]
    [InlineData(RunOutcome.Inconclusive, "Do not hand the new instance over")]
    public void Emergency_restore_has_next_steps_of_its_own(RunOutcome? outcome, string next) => Assert.Contains(
        next,
        NextStep.After(RecordedRuns.Restore with { Outcome = outcome, FinishedAt = outcome is null ? null : CommandLine.Now }, revocation: null, Command),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("user:typo", CheckOutcome.Errored, CheckOutcome.Passed, true)]
    [InlineData("user:typo", CheckOutcome.Errored, CheckOutcome.Failed, false)]
    [InlineData("user:typo", CheckOutcome.Failed, CheckOutcome.Passed, false)]
    [InlineData("orphans", CheckOutcome.Errored, CheckOutcome.Passed, false)]
    public void Drill_that_failed_only_by_a_check_that_could_not_be_answered_sends_to_its_sql(string id, CheckOutcome outcome, CheckOutcome beside, bool isTold)
    {
        var check = new CheckResult { Id = id, Question = "How many?", Outcome = outcome, Expected = "few", Found = "42703: column \"idd\" does not exist" };
        var state = new DrillState { CopyName = "copy-1", Verdict = new Verdict { Outcome = RunOutcome.Fail, Sentence = "No.", Checks = [check, check with { Id = "catalog", Outcome = beside }] } };

        var next = NextStep.After(RecordedRuns.Drill with { Outcome = RunOutcome.Fail, State = CanonicalJson.Write(state) }, revocation: null, Command);

        Assert.Equal(isTold, next.StartsWith("Look at the SQL of user:typo first", StringComparison.Ordinal));
        Assert.Equal(isTold, next.Contains("`restoredrill drill courses --copy copy-1`", StringComparison.Ordinal));
        Assert.Contains("runbooks/drill-failed.md", next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RunOutcome.Pass, true)]
    [InlineData(RunOutcome.Copied, true)]
    [InlineData(RunOutcome.Fail, false)]
    [InlineData(RunOutcome.Inconclusive, false)]
    public void Run_whose_copy_is_proven_no_more_does_not_end_with_nothing_to_do(RunOutcome outcome, bool isTold)
    {
        var next = NextStep.After(RecordedRuns.Drill with { Outcome = outcome }, RecordedRuns.Revocation(), Command);

        Assert.Equal(isTold, next.Contains("The proof of this copy is revoked", StringComparison.Ordinal));
        Assert.Contains("`restoredrill drill courses", next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("they do not", false, true)]
    [InlineData("none: the chain begins with this copy", false, false)]
    [InlineData("they do not", true, false)]
    public void Copy_that_another_contradicts_is_not_to_be_drilled_again(string found, bool hasProblem, bool isTold)
    {
        var check = new CheckResult
        {
            Id = "chain", Question = "Do they agree?", Outcome = CheckOutcome.NotAvailable, Expected = "they do", Found = found,
        };
        var state = new DrillState
        {
            Chain = new ChainStand { IsLinked = true, Problem = hasProblem ? "a record was changed" : null },
            Verdict = new Verdict { Outcome = RunOutcome.Inconclusive, Sentence = "Nothing is proven.", Checks = [check] },
        };

        var next = NextStep.After(RecordedRuns.Drill with { Outcome = RunOutcome.Inconclusive, State = CanonicalJson.Write(state) }, revocation: null, Command);

        Assert.Equal(isTold, next.Contains("\"A proof that was revoked\": make a fresh copy, `restoredrill copy courses`, then `restoredrill drill courses`", StringComparison.Ordinal));
        Assert.Equal(!isTold, next.Contains("Mend the cause", StringComparison.Ordinal));
    }

    [Fact]
    public void Commands_name_the_configuration_that_the_run_was_asked_with()
    {
        var next = NextStep.After(
            RecordedRuns.Restore with
            {
                Outcome = RunOutcome.Inconclusive, Defect = "it has vanished",
                State = CanonicalJson.Write(new DrillState { HandOver = new HandOverStand { IsGone = true } }),
            },
            revocation: null,
            static words => $"{Command(words)} --config other.json");

        Assert.Contains("`restoredrill restore plan courses --config other.json`", next, StringComparison.Ordinal);
    }

    private static string Command(IEnumerable<string> words) => $"restoredrill {string.Join(' ', words)}";
}
