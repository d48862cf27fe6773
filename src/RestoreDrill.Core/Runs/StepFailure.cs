namespace RestoreDrill.Core.Runs;

/// <summary>Why a step failed for good.</summary>
/// <param name="Message">What was asked, what came back (code and request id), what to do.</param>
/// <param name="BlamesTheCopy">Whether it says that the copy itself is bad.</param>
/// <param name="Operation">The AWS operation, where one was refused.</param>
/// <param name="RequestId">AWS's request id, where there was an answer.</param>
/// <param name="InstanceIsGone">Whether the instance that the run has restored was looked for and is not there.</param>
public sealed record StepFailure(string Message, bool BlamesTheCopy = false, string? Operation = null, string? RequestId = null, bool InstanceIsGone = false);
