using System.CommandLine;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill copy</c>: snapshot a protected database and copy it into the vault account.</summary>
internal static class CopyCommand
{
    public static Command Create(Runner runner)
    {
        var database = new Argument<string>("database") { Description = "The protected database's name in the configuration." };
        var service = new Option<bool>(ServedRun.Option) { Description = ServedRun.Description };
        var command = new Command("copy", "Snapshots a protected database and copies the snapshot into the vault account; goes on with a run that is open.")
        {
            database,
            service,
        };
        return runner.Does(command, (invocation, parsed, token) => parsed.GetValue(service)
            ? ServedRun.FinishAsync(invocation, RunKind.Copy, parsed.GetRequiredValue(database), token)
            : RunAsync(invocation, parsed.GetRequiredValue(database), token));
    }

    private static async Task<int> RunAsync(Invocation invocation, string database, CancellationToken cancellationToken)
    {
        var (options, ports, surroundings) = (invocation.Configured.Installation, invocation.Ports, invocation.Surroundings);
        options.Require(database);
        var runs = new CopyRuns(options, ports.Source, ports.Vault, ports.Runs, surroundings.Time, surroundings.Random);
        var (run, opened) = await runs.OpenAsync(database, RunRequest.ByPerson(surroundings.Trigger), cancellationToken);
        return await DrivenRun.FinishAsync(invocation, run, opened, cancellationToken);
    }
}
