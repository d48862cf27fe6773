using System.CommandLine;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Status;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill status</c>: how each protected database stands. Exits 1 when anything is red or could not be looked at.</summary>
internal static class StatusCommand
{
    public static Command Create(Runner runner)
    {
        var command = new Command("status", "Shows each database's last copy, last proof and verdict, open runs, what was left behind, and the snapshot quota.");
        return runner.Does(command, static (invocation, _, token) => RunAsync(invocation, token));
    }

    private static async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var survey = new StatusSurvey(
            invocation.Configured.Installation, invocation.Ports, invocation.Configured.Service.StuckAfter, invocation.Surroundings.Time);
        var status = await survey.LookAsync(cancellationToken);
        invocation.Presenter.Show(StatusReport.Of(status), status);
        return status.IsRed ? ExitCodes.Failed : ExitCodes.Ok;
    }
}
