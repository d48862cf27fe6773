using System.CommandLine;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Host.GuardRails;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill guard</c>: looks at every guard rail now. Exits 1 when one is broken or cannot be checked.</summary>
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
        var document = GuardRailsDocument.Of(installation.Installation, invocation.Surroundings.Time.GetUtcNow(), answers);
        invocation.Presenter.Show(GuardRailsReport.Of(document), document);
        return answers.All(static answer => answer.State == GuardRailState.Holds) ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
