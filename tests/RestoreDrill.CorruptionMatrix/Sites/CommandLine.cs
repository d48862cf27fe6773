using System.Collections;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Running;

namespace RestoreDrill.CorruptionMatrix.Sites;

/// <summary>RestoreDrill's command line in this process: the whole of it but the process, whose start costs as much as a small drill.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <exception cref="TimeoutException">The command did not end.</exception>
    public static async Task<CommandResult> RunAsync(Workbench workbench, params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        using var patience = new CancellationTokenSource(Patience);
        var surroundings = new Surroundings
        {
            Out = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(errors),
            OutIsTerminal = false,
            ErrorIsTerminal = false,
            Environment = new Hashtable { ["RESTOREDRILL_TRACE"] = System.Environment.GetEnvironmentVariable("RESTOREDRILL_TRACE") },
            Time = TimeProvider.System,
            Random = new Random(),
            Trigger = "cli:matrix",
        };
        var running = RestoreDrillCommand.RunAsync([.. arguments, "--config", workbench.ConfigurationFile], surroundings, Connect.Real, patience.Token);
        var exitCode = await running.WaitAsync(Patience + TimeSpan.FromSeconds(30));
        return patience.IsCancellationRequested
            ? throw new TimeoutException($"{arguments[0]} did not end in {Patience.TotalMinutes:0} min: {errors}")
            : new CommandResult(exitCode, output.ToString(), errors.ToString());
    }
}
