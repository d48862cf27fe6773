using System.ComponentModel;
using Hangfire;
using Hangfire.Server;

namespace RestoreDrill.Host.Service.Jobs;

/// <summary>
/// All that Hangfire ever calls. Type, methods and parameters are stored with every job and recurring job, and hosts of two releases share
/// one store during an upgrade: they stay as they are, for good. What a job does is told by its name, which an older release may not know.
/// </summary>
[AutomaticRetry(Attempts = 4, DelaysInSeconds = [1, 5, 15, 30], ExceptOn = [typeof(JobRefusedException)])]
[GoOnLater]
[ChooseQueue]
internal sealed class ServiceJobs(RunCarrier carrier, Upkeep upkeep)
{
    /// <summary>Does what recurs under a name: <c>copy:courses</c>, <c>drill:courses</c>, <c>sweep</c>, <c>watch</c>.</summary>
    [DisplayName("{0}")]
    public Task<JobOutcome> DoAsync(string name, PerformContext context, CancellationToken cancellationToken) =>
        Recurring.RecurringName.TryParse(name, out var kind, out var database)
            ? carrier.CarryAsync(kind, database, CurrentJob.Of(context), cancellationToken)
            : upkeep.DoAsync(name, CurrentJob.Of(context), cancellationToken);

    /// <summary>Goes on with a run that has lost its job.</summary>
    [DisplayName("go on with {0}")]
    public Task<JobOutcome> GoOnAsync(string run, PerformContext context, CancellationToken cancellationToken) =>
        carrier.GoOnAsync(run, CurrentJob.Of(context), cancellationToken);
}
