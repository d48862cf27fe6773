namespace RestoreDrill.Host.Runs;

/// <summary>One thing a run warned of.</summary>
internal sealed record RunWarning(DateTimeOffset At, string Phase, string Message);
