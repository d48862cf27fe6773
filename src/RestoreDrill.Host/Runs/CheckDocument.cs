using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Host.Runs;

/// <summary>A check with its answer, for machines.</summary>
internal sealed record CheckDocument(string Id, string Question, CheckOutcome Outcome, CheckLevel Level, string Expected, string Found, double Seconds)
{
    public static CheckDocument Of(CheckResult check) =>
        new(check.Id, check.Question, check.Outcome, check.Level, check.Expected, check.Found, check.Took.TotalSeconds);
}
