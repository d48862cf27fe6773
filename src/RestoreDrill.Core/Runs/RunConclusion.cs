namespace RestoreDrill.Core.Runs;

/// <summary>How a run ended.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Summary">The outcome in one sentence.</param>
/// <param name="Level">The verdict's level, drills and emergency restores only.</param>
/// <param name="Defect">What was left behind or could not be done; null: nothing.</param>
public sealed record RunConclusion(RunOutcome Outcome, string Summary, string? Level = null, string? Defect = null);
