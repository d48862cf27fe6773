namespace RestoreDrill.Core.Runs;

/// <summary>Another process has taken the run over; nothing of this step was saved.</summary>
public sealed class LeaseLostException(RunId run)
    : Exception($"Another process has taken over run {run}; the result of this step was thrown away. Nothing is lost: the other process goes on.");
