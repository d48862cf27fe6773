using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Facts;

/// <summary>What a copy is worth by the facts in the store.</summary>
/// <param name="Standing">The answer.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Decisive">The verdict that decided; null where none did.</param>
/// <param name="Problems">All that is not as it should be, whether it mattered or not.</param>
public sealed record StandingReport(CopyStanding Standing, string Reason, VerdictFact? Decisive, IReadOnlyList<FactProblem> Problems)
{
    /// <summary>Of an unproven copy, the last drill that was concluded and gave no answer; null where none was concluded.</summary>
    public RunId? Unanswered { get; init; }

    /// <summary>What is not as it was when the copy was made, one sentence each; empty where no snapshot was looked at.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];
}
