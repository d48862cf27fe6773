using System.CommandLine;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Commands;

/// <summary>Gives a verb's action its invocation.</summary>
internal sealed class Runner(GlobalOptions options, Surroundings surroundings, Connector connect)
{
    /// <summary>Sets what a command does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="verb">What it does; returns one of <see cref="ExitCodes"/>.</param>
    /// <param name="runbook">The runbook that says what to do when it is refused or breaks off; null: the error names one, where one applies.</param>
    /// <returns>The command.</returns>
    public Command Does(Command command, Func<Invocation, ParseResult, CancellationToken, Task<int>> verb, string? runbook = null)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var invocation = new Invocation(surroundings, connect, parsed.GetValue(options.Config)!, parsed.GetValue(options.Output), parsed.GetResult(options.Config) is { Implicit: false });
            return await invocation.RunAsync((call, token) => verb(call, parsed, token), cancellationToken, runbook);
        });
        return command;
    }
}
