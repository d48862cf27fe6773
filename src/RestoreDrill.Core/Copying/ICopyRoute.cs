using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>What is different between the ways by which copies come into the vault account: everything but turns, checks and the reading of the source.</summary>
internal interface ICopyRoute
{
    /// <exception cref="UnknownPhaseException">The run's phase is none of this route's.</exception>
    Task<StepResult> StepAsync(Step<CopyState> step, CancellationToken cancellationToken);

    /// <summary>Where the run goes when a step failed for good.</summary>
    StepResult Fail(Step<CopyState> step, StepFailure failure);
}
