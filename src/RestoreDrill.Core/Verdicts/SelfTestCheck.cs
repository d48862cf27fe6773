using RestoreDrill.Core.SelfTests;

namespace RestoreDrill.Core.Verdicts;

/// <summary>Whether the drill finds damage that it does on purpose. Says something of the verifier and nothing of the copy.</summary>
internal static class SelfTestCheck
{
    public const string Id = "self-test";

    public static CheckResult Ask(SelfTestStand? stand)
    {
        var check = new CheckResult
        {
            Id = Id,
            Question = "Does the drill find damage that it does on purpose?",
            Outcome = CheckOutcome.Passed,
            Expected = "each kind of damage to be found in its own scratch instance, at least one of rows",
            Found = string.Empty,
            JudgesTheVerifier = true,
        };
        return stand switch
        {
            null => check with { Outcome = CheckOutcome.NotAvailable, MayBeUnavailable = true, Found = "no self-test: the drill was begun by a version without" },
            { IsDue: false, EarlierMiss: { } missed } => check with
            {
                Outcome = CheckOutcome.Failed, Found = $"drill {stand.Earlier} missed {missed}, and no clean self-test has been made since ({stand.Why})",
            },
            { IsDue: false } => check with { Outcome = CheckOutcome.NotAvailable, MayBeUnavailable = true, Found = stand.Why },
            { Miss: { } missed } => check with { Outcome = CheckOutcome.Failed, Found = $"missed {missed}" },
            { Problem: { } problem } => check with { Outcome = CheckOutcome.Errored, Found = $"the self-test could not be finished: {problem}" },
            { FinishedAt: null } => check with { Outcome = CheckOutcome.Errored, Found = "the self-test was not finished" },
            _ when stand.Words(FaultOutcome.Errored) is { } trouble => check with { Outcome = CheckOutcome.Errored, Found = $"could not be judged: {trouble}" },
            { DamagedRows: false } => check with { Outcome = CheckOutcome.Errored, Found = $"no rows could be damaged: {stand.Words(FaultOutcome.NotTried)}" },
            _ => check with { Found = Caught(stand) },
        };
    }

    private static string Caught(SelfTestStand stand)
    {
        var caught = stand.Results.Count(static result => result.Outcome == FaultOutcome.Caught);
        var untried = stand.Words(FaultOutcome.NotTried);
        return $"{caught} kinds of damage, all found: {stand.Words(FaultOutcome.Caught)}{(untried is null ? string.Empty : $"; not tried: {untried}")}";
    }
}
