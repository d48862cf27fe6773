using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Runs;
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
        var driver = DriverOf(invocation, run.Kind);
        var progress = new RunProgress(invocation.Surroundings, invocation.Presenter);
        var finished = await progress.ShowAsync(run, reports => driver.DriveAsync(run.Id, reports, cancellationToken));
        var details = await RunDetails.LoadAsync(invocation.Ports.Runs, finished, cancellationToken);
        var warnings = await RunWarnings.LoadAsync(invocation.Ports.Runs, finished.Id, cancellationToken);
        var report = warnings.AddTo(new Report().Header(finished, invocation.Now).Findings(details), finished.Id).Next(finished);
        invocation.Presenter.Show(report, RunResultDocument.Of(opened, details, warnings));
        return RunOutcomes.ExitCodeOf(finished);
    }

    private static RunDriver DriverOf(Invocation invocation, RunKind kind)
    {
        var (options, ports, surroundings) = (invocation.Configured.Installation, invocation.Ports, invocation.Surroundings);
        IRunWorkflow workflow = kind switch
        {
            RunKind.Copy => new CopyWorkflow(options, ports.Source, ports.Vault, ports.Runs, surroundings.Time),
            RunKind.Drill => new DrillWorkflow(options, ports.Scratch, ports.Reader, ports.Runs, surroundings.Time, surroundings.Random),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        var engine = new RunEngine(ports.Runs, [workflow], options.Timing, surroundings.Time);
        return new RunDriver(engine, options.Timing, surroundings.Time);
    }
}
