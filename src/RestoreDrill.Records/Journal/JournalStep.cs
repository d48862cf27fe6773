using RestoreDrill.Core.Runs;

namespace RestoreDrill.Records.Journal;

/// <summary>A saved step.</summary>
/// <param name="Fence">The fence that it was saved under.</param>
/// <param name="Change">All that it changed.</param>
internal sealed record JournalStep(long Fence, RunChange Change);
