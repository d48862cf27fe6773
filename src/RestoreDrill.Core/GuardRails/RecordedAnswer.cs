using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.GuardRails;

/// <summary>An answer on record. Recorded once, never changed.</summary>
/// <param name="At">When it was recorded (the store's clock).</param>
/// <param name="Run">The drill that asked; null: nobody's, as by night.</param>
/// <param name="Answer">The answer.</param>
public sealed record RecordedAnswer(DateTimeOffset At, RunId? Run, GuardRailAnswer Answer);
