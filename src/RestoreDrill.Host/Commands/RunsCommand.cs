using System.CommandLine;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Runs;

namespace RestoreDrill.Host.Commands;

/// <summary><c>restoredrill runs</c>: the runs, newest first.</summary>
internal static class RunsCommand
{
    private const int Most = 10_000;

    public static Command Create(Runner runner)
    {
        var database = new Option<string?>("--database") { Description = "Only this protected database's.", HelpName = "name" };
        var kind = new Option<RunKind?>("--kind") { Description = "Only copy runs, or only drills.", HelpName = "copy|drill" };
        var open = new Option<bool>("--open") { Description = "Only runs that have not finished." };
        var limit = new Option<int>("--limit") { Description = "At most so many, 1 to 10000.", HelpName = "number", DefaultValueFactory = static _ => 20 };
        limit.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[0].Value, out var number) && number is >= 1 and <= Most))
            {
                result.AddError($"--limit takes a number from 1 to {Most}.");
            }
        });
        var command = new Command("runs", "Lists copy runs and drills, newest first.") { database, kind, open, limit };
        return runner.Does(command, (invocation, parsed, token) => RunAsync(
            invocation, parsed.GetValue(database), parsed.GetValue(kind), parsed.GetValue(open), parsed.GetValue(limit), token));
    }

    private static async Task<int> RunAsync(
        Invocation invocation, string? database, RunKind? kind, bool open, int limit, CancellationToken cancellationToken)
    {
        var listed = await invocation.Ports.Runs.ListAsync(database, kind, open ? Most : limit, cancellationToken);
        var runs = open ? [.. listed.Where(static run => run.FinishedAt is null).Take(limit)] : listed;
        var report = runs.Count == 0
            ? new Report().Line("No run.")
            : new Report().Table(["Run", "Kind", "Database", "Begun", "Took", "Outcome", "Level", "Summary"], runs.Select(run => Row(run, invocation.Now)));
        invocation.Presenter.Show(report, new { runs = runs.Select(RunDocument.Of) });
        return ExitCodes.Ok;
    }

    private static IReadOnlyList<Cell> Row(Run run, DateTimeOffset now) =>
    [
        run.Id.Value,
        Words.Kind(run.Kind),
        run.Database,
        Words.Moment(run.CreatedAt),
        Words.Span((run.FinishedAt ?? now) - run.CreatedAt),
        Words.Outcome(run),
        Words.Level(run.Level),
        (run.Summary ?? $"{run.Phase}: {run.Note}") + (run.Defect is { } defect ? $" LEFT BEHIND: {defect}" : ""),
    ];
}
