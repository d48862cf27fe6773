namespace RestoreDrill.Core.Runs;

/// <summary>A run is in a phase that this version does not know. Nothing was done; the version that left it there goes on with it.</summary>
public sealed class UnknownPhaseException(Run run) : Exception(
    $"Run {run.Id} is in phase '{run.Phase}', which this version of RestoreDrill does not know: another version has left it there. "
    + "Nothing was done or changed. That version goes on with it; use it, or a later one, here too.");
