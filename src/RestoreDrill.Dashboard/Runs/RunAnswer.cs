namespace RestoreDrill.Dashboard.Runs;

/// <summary>What asking the store for a run came to.</summary>
/// <param name="View">The run; null: there is none, or there was a problem.</param>
/// <param name="Problem">Why nothing can be said of it now, for a person; null: the store answered.</param>
internal sealed record RunAnswer(RunView? View, string? Problem = null);
