using Hangfire.Common;
using Hangfire.States;

namespace RestoreDrill.Host.Service.Jobs;

/// <summary>Puts what a person asked for, and every later step of it, before what is scheduled: into the queue that a server of its own works on.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ChooseQueueAttribute : JobFilterAttribute, IElectStateFilter
{
    public ChooseQueueAttribute() => Order = 40;

    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is not EnqueuedState enqueued)
        {
            return;
        }

        // The only mark that "trigger now" leaves: RecurringJobManager gives this reason, the scheduler another one (Hangfire 1.8.25).
        if (enqueued.Reason == "Triggered using recurring job manager")
        {
            context.SetJobParameter(JobParameters.Asked, true);
        }

        enqueued.Queue = context.GetJobParameter<bool>(JobParameters.Asked) ? Queues.Asked : Queues.Scheduled;
    }
}
