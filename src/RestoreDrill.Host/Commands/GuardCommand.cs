using System.CommandLine;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Host.GuardRails;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill guard</c>: looks at every guard rail now, and records what it finds where it can. Exits 1 when one is broken or cannot be checked.</summary>
internal static class GuardCommand
{
    public static Command Create(Runner runner)
    {
        var command = new Command("guard", "Looks at the guard rails that keep copies out of reach: lock, policies, key, trust, organisation, and the protection of the sources.");
        return runner.Does(command, static (invocation, _, token) => RunAsync(invocation, token));
    }

    private static async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var installation = invocation.Configured.Installation;
        var answers = await invocation.Ports.GuardRails.LookAsync([.. installation.Databases.Select(static database => database.Name)], cancellationToken);
        var document = GuardRailsDocument.Of(installation.Installation, invocation.Now, answers) with { NotRecorded = await RecordAsync(invocation, answers, cancellationToken) };
        invocation.Presenter.Show(GuardRailsReport.Of(document), document);
        return answers.All(static answer => answer.State == GuardRailState.Holds) ? ExitCodes.Ok : ExitCodes.Failed;
    }

    /// <summary>Records the answers; they count without that too, on a day when there is no store.</summary>
    /// <returns>Why they are not recorded; null: they are.</returns>
    private static async Task<string?> RecordAsync(Invocation invocation, IReadOnlyList<GuardRailAnswer> answers, CancellationToken cancellationToken)
    {
        var ports = invocation.Ports;
        try
        {
            await StoreOwnership.RequireAsync(ports.Runs, invocation.Configured.Installation.Installation, cancellationToken);
            await new GuardRailWatch(ports.GuardRails, ports.GuardRailLog, ports.Incidents, invocation.Surroundings.Time).RecordAsync(answers, run: null, cancellationToken);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it is: what was found is to be seen on a day when the store refuses its login, too.
            return e.Message;
        }
    }
}
