namespace RestoreDrill.Core.Runs;

/// <summary>A step failed for good: trying it again cannot help.</summary>
/// <param name="message">What was asked, what came back, what to do.</param>
/// <param name="blamesTheCopy">
/// Whether the failure says that the copy itself is bad (a drill ends <see cref="RunOutcome.Fail"/>) rather than that nothing could be
/// found out (<see cref="RunOutcome.Inconclusive"/>).
/// </param>
public sealed class StepFailedException(string message, bool blamesTheCopy = false) : Exception(message)
{
    public bool BlamesTheCopy { get; } = blamesTheCopy;
}
