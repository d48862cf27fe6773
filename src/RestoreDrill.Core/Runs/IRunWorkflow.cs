namespace RestoreDrill.Core.Runs;

/// <summary>
/// The state machine of one kind of run. A step is short (but for reading a large relation), does at most one changing call to AWS, can
/// be repeated after a crash at any line, and knows nothing but the run it is given.
/// </summary>
public interface IRunWorkflow
{
    RunKind Kind { get; }

    /// <summary>Whether this version knows the phase; a run in one that it does not know is left to the version that does.</summary>
    bool Knows(string phase);

    /// <summary>Carries out the step that the run's phase asks for.</summary>
    Task<StepResult> StepAsync(Run run, CancellationToken cancellationToken);

    /// <summary>Where a run goes when a step failed for good: to cleaning up, or to its end.</summary>
    StepResult Fail(Run run, StepFailure failure);

    /// <summary>The longest a run may stay in a phase.</summary>
    TimeSpan LimitOf(string phase);
}
