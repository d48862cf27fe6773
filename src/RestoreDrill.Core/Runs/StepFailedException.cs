namespace RestoreDrill.Core.Runs;

/// <summary>A step failed for good: trying it again cannot help.</summary>
/// <param name="message">What was asked, what came back, what to do.</param>
/// <param name="blamesTheCopy">
/// Whether the failure says that the copy itself is bad (a drill ends <see cref="RunOutcome.Fail"/>) rather than that nothing could be
/// found out (<see cref="RunOutcome.Inconclusive"/>).
/// </param>
/// <param name="instanceIsGone">Whether the instance that the run has restored was looked for and is not there.</param>
public sealed class StepFailedException(string message, bool blamesTheCopy = false, bool instanceIsGone = false) : Exception(message)
{
    public bool InstanceIsGone { get; } = instanceIsGone;

    public bool BlamesTheCopy { get; } = blamesTheCopy;
}
