using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using RestoreDrill.Core.Chain;
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
        var kind = new Option<RunKind?>("--kind") { Description = "Only copy runs, only drills, or only emergency restores.", HelpName = "copy|drill|restore", CustomParser = WordOption.Nullable<RunKind>() };
        var open = new Option<bool>("--open") { Description = "Only runs that have not finished." };
        var limit = new Option<int>("--limit")
        {
            Description = $"At most so many, 1 to {Most}.", HelpName = "number", DefaultValueFactory = static _ => 20, CustomParser = Limit,
        };
        var command = new Command("runs", "Lists copy runs, drills and emergency restores, newest first.") { database, kind, open, limit, RunsImportCommand.Create(runner) };
        return runner.Does(command, (invocation, parsed, token) => RunAsync(
            invocation, parsed.GetValue(database), parsed.GetValue(kind), parsed.GetValue(open), parsed.GetValue(limit), token));
    }

    private static int Limit(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most)
        {
            return number;
        }

        result.AddError($"--limit takes a number from 1 to {Most}, not '{result.Tokens[0].Value}'.");
        return 0;
    }

    private static async Task<int> RunAsync(
        Invocation invocation, string? database, RunKind? kind, bool open, int limit, CancellationToken cancellationToken)
    {
        var listed = await invocation.Ports.Runs.ListAsync(database, kind, open ? Most : limit, cancellationToken);
        var runs = open ? [.. listed.Where(static run => run.FinishedAt is null).Take(limit)] : listed;
        var revoked = await RevokedAsync(invocation, runs, cancellationToken);
        var report = runs.Count == 0
            ? new Report().Line("No run.")
            : new Report().Table(
                ["Run", "Outcome", "Kind", "Database", "Begun", "Took", "Level", "Summary"], runs.Select(run => Row(run, revoked.Of(run), invocation.Now)), below: 2);
        invocation.Presenter.Show(report, new { runs = runs.Select(run => RunDocument.Of(run, revoked)) });
        return ExitCodes.Ok;
    }

    private static async Task<RevokedCopies> RevokedAsync(Invocation invocation, IReadOnlyList<Run> runs, CancellationToken cancellationToken)
    {
        var revocations = new List<Revocation>();
        foreach (var database in runs.Select(static run => run.Database).Distinct(StringComparer.Ordinal))
        {
            revocations.AddRange(await invocation.Ports.Runs.RevocationsAsync(database, cancellationToken));
        }

        return new RevokedCopies(revocations);
    }

    private static IReadOnlyList<Cell> Row(Run run, Revocation? revocation, DateTimeOffset now) =>
    [
        run.Id.Value,
        Words.Outcome(run, revocation is not null),
        Words.Kind(run.Kind),
        run.Database,
        Words.Moment(run.CreatedAt),
        Words.Span((run.FinishedAt ?? now) - run.CreatedAt),
        Words.Level(run.Level),
        (run.Summary ?? $"{run.Phase}: {run.Note}") + Revoked(run, revocation) + (run.Defect is { } defect ? $" {Words.Defect(run).ToUpperInvariant()}: {defect}" : ""),
    ];

    /// <summary>A drill that failed has said what it has to say of its copy.</summary>
    private static string Revoked(Run run, Revocation? revocation) => revocation is not null && run.Outcome is (RunOutcome.Copied or RunOutcome.Pass)
        ? $" PROOF REVOKED {Words.Moment(revocation.RecordedAt)}: {revocation.Finding}."
        : "";
}
