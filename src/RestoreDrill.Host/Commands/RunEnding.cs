using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Restoring;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Runs;

namespace RestoreDrill.Host.Commands;

/// <summary>What a command says of the run that it has seen to its end.</summary>
internal static class RunEnding
{
    /// <returns>The exit code.</returns>
    public static async Task<int> TellAsync(Invocation invocation, IRunStore store, Run finished, bool opened, CancellationToken cancellationToken)
    {
        var details = await RunDetails.LoadAsync(store, finished, cancellationToken);
        var warnings = await RunWarnings.LoadAsync(store, finished.Id, cancellationToken);
        var report = warnings.AddTo(new Report().Header(details, invocation.Now).Findings(details), finished.Id);
        if (details.Drill is { } state && HandOverDocument.Of(state) is { } handOver)
        {
            report.HandOver(finished, handOver, state);
        }

        report.Next(details, invocation.CommandOf);
        invocation.Presenter.Show(report, RunResultDocument.Of(opened, details, warnings));
        return RunOutcomes.ExitCodeOf(finished);
    }
}
