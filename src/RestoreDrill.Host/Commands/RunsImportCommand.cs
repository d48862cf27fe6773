using System.CommandLine;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Restoring;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Runs;
using RestoreDrill.Records.Journal;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill runs import</c>: takes the journal of an emergency restore into the store.</summary>
internal static class RunsImportCommand
{
    public static Command Create(Runner runner)
    {
        var file = new Argument<string>("file") { Description = "The journal of an emergency restore that has ended." };
        var command = new Command("import", "Takes an emergency restore that has ended into the store, from the journal that it was kept in. Again, it changes nothing.") { file };
        return runner.Does(command, (invocation, parsed, token) => RunAsync(invocation, parsed.GetRequiredValue(file), token), RestoreCommand.Runbook);
    }

    private static async Task<int> RunAsync(Invocation invocation, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"There is no file {file}.", "Name the journal that `restoredrill restore run` told of.");
        }

        if (PlanFiles.IsPlan(file))
        {
            var journal = PlanFiles.JournalOf(file);
            throw File.Exists(journal)
                ? new UsageException($"{file} is a plan; its journal is {journal}.", $"Take that in: {invocation.CommandOf("runs", "import", journal)}")
                : new UsageException($"{file} is a plan, and there is no journal {journal} beside it: it was not carried out from here.", "Name the journal that `restoredrill restore run` told of.");
        }

        var installation = invocation.Configured.Installation.Installation;
        var history = RestoreJournal.Read(file);
        ImportRules.Require(history, installation);
        var imported = await invocation.Ports.Imports.ImportAsync(history, installation, cancellationToken);
        var report = new Report().Line(imported
            ? $"Run {history.Run.Id} is in the store now, with {Words.Of(history.Events.Count, "event")} and its evidence. `restoredrill explain {history.Run.Id}` tells it."
            : $"Run {history.Run.Id} is in the store already. Nothing was changed.");
        var stored = await invocation.Ports.Runs.FindAsync(history.Run.Id, cancellationToken) ?? history.Run;
        invocation.Presenter.Show(report, new { imported, run = RunDocument.Of(stored, revocation: null) });
        return ExitCodes.Ok;
    }
}
