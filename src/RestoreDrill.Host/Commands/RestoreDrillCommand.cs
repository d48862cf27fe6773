using System.CommandLine;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill</c> itself: parses, finds the verb, runs it.</summary>
internal static class RestoreDrillCommand
{
    /// <summary>How long a cancelled verb may take to give its lease back before the process ends.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    /// <summary>Longer than the service's own limit (30 s), which is to decide.</summary>
    private static readonly TimeSpan ServiceFarewell = TimeSpan.FromSeconds(35);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings, Connector connect, CancellationToken cancellationToken)
    {
        var options = new GlobalOptions();
        var root = Create(options, surroundings, connect);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            var format = WantsJson(arguments) ? OutputFormat.Json : OutputFormat.Text;
            new Presenter(surroundings, format).ShowError(new ErrorReport
            {
                Kind = "usage",
                Message = string.Join(" ", parsed.Errors.Select(static error => error.Message)),
                Next = $"See `restoredrill {Verb(parsed)}--help`.",
                ExitCode = ExitCodes.Refused,
            });
            return ExitCodes.Refused;
        }

        var invocation = new InvocationConfiguration
        {
            Output = surroundings.Out,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = parsed.CommandResult.Command.Name == ServeCommand.Name ? ServiceFarewell : Farewell,
        };
        return await parsed.InvokeAsync(invocation, cancellationToken);
    }

    private static RootCommand Create(GlobalOptions options, Surroundings surroundings, Connector connect)
    {
        var root = new RootCommand("Copies RDS PostgreSQL snapshots into a locked vault account, restores them on a schedule, and proves that they hold what they should.")
        {
            options.Config,
            options.Output,
        };
        var runner = new Runner(options, surroundings, connect);
        root.Add(StatusCommand.Create(runner));
        root.Add(CopyCommand.Create(runner));
        root.Add(DrillCommand.Create(runner));
        root.Add(CopiesCommand.Create(runner));
        root.Add(RestoreCommand.Create(runner));
        root.Add(GuardCommand.Create(runner));
        root.Add(IsolationCommand.Create(runner));
        root.Add(ServeCommand.Create(runner));
        root.Add(RunsCommand.Create(runner));
        root.Add(ExplainCommand.Create(runner));
        root.Add(ConfigCheckCommand.Create(runner));
        root.Add(TerraformGuardCommand.Create(runner));
        root.Add(DbMigrateCommand.Create(runner));
        return root;
    }

    private static bool WantsJson(IReadOnlyList<string> arguments) =>
        arguments.Select(static argument => argument.Replace("=", " ", StringComparison.Ordinal)).Aggregate("", static (all, next) => $"{all} {next}") is var line
        && (line.Contains("--output json", StringComparison.OrdinalIgnoreCase) || line.Contains("-o json", StringComparison.OrdinalIgnoreCase));

    private static string Verb(ParseResult parsed)
    {
        var names = new List<string>();
        for (System.CommandLine.Parsing.SymbolResult? result = parsed.CommandResult; result is System.CommandLine.Parsing.CommandResult command; result = command.Parent)
        {
            names.Insert(0, command.Command.Name);
        }

        return string.Concat(names.Skip(1).Select(static name => name + " "));
    }
}
