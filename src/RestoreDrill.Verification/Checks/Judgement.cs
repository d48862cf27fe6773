using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Verification.Checks;

/// <summary>How an answer compares with what was expected.</summary>
internal sealed record Judgement(CheckOutcome Outcome, string Found);
