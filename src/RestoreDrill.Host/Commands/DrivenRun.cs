using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Runs;

namespace RestoreDrill.Host.Commands;

/// <summary>Drives an open run in this process until it has finished, and tells how it ended.</summary>
internal static class DrivenRun
{
    public static async Task<int> FinishAsync(Invocation invocation, Run run, bool opened, CancellationToken cancellationToken)
    {
        invocation.Presenter.Say(opened
            ? $"{Words.Kind(run.Kind)} {run.Id} of {run.Database}"
            : $"Going on with {Words.Kind(run.Kind)} {run.Id} of {run.Database}, asked for by {run.Trigger} {Words.Ago(run.CreatedAt, invocation.Now)}, in phase {run.Phase}.");
        var timing = invocation.Configured.Installation.Timing;
        var driver = new RunDriver(RunEngines.Of(invocation.Configured.Installation, invocation.Ports, invocation.Surroundings), timing, invocation.Surroundings.Time);
        var progress = new RunProgress(invocation.Surroundings, invocation.Presenter);
        var finished = await progress.ShowAsync(run, reports => driver.DriveAsync(run.Id, reports, cancellationToken));
        return await RunEnding.TellAsync(invocation, invocation.Ports.Runs, finished, opened, cancellationToken);
    }
}
