using System.CommandLine;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Runs;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill explain</c>: everything that is recorded of one run.</summary>
internal static class ExplainCommand
{
    public static Command Create(Runner runner)
    {
        var run = new Argument<string>("run") { Description = "The run's id, the beginning of one, or `latest`." };
        var command = new Command("explain", "Tells the history of a run: phases, calls with request ids, verdict, checks, tables, and what to do next.") { run };
        return runner.Does(command, (invocation, parsed, token) => RunAsync(invocation, parsed.GetRequiredValue(run), token));
    }

    private static async Task<int> RunAsync(Invocation invocation, string text, CancellationToken cancellationToken)
    {
        var store = invocation.Ports.Runs;
        var run = await RunLookup.FindAsync(store, text, cancellationToken);
        var explanation = await Explanation.LoadAsync(store, run, invocation.Now, cancellationToken);
        invocation.Presenter.Show(ExplanationReport.Of(explanation, invocation.Now, invocation.CommandOf), explanation.ToDocument(invocation.CommandOf));
        return ExitCodes.Ok;
    }
}
