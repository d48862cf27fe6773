using Hangfire.Common;
using Hangfire.States;

namespace RestoreDrill.Host.Service.Jobs;

/// <summary>
/// Lets a job that has not done its work go on later under the same id, instead of succeeding: a wait is neither a success nor a failure.
/// Runs after the retries' filter (order 20), which knows failures only.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class GoOnLaterAttribute : JobFilterAttribute, IElectStateFilter
{
    private const string Retries = "RetryCount";

    public GoOnLaterAttribute() => Order = 30;

    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is not SucceededState { Result: JobOutcome { Again: { } wait } outcome })
        {
            return;
        }

        if (context.GetJobParameter<int>(Retries) > 0)
        {
            // Hangfire counts the failures of a job's whole life; here a step that went well ends the count.
            context.SetJobParameter(Retries, 0);
        }

        context.CandidateState = wait > TimeSpan.Zero
            ? new ScheduledState(wait) { Reason = outcome.Note }
            : new EnqueuedState { Reason = outcome.Note };
    }
}
