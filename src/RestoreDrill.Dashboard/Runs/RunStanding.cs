using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Dashboard.Html;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>Draws where a run stands: what it waits for and how far it is, or how it ended.</summary>
internal static class RunStanding
{
    public static Markup Draw(RunView view) => Markup.Of($"{(view.IsOpen ? Open(view.Run) : Ended(view))}{Revoked(view.Revocation)}");

    private static Markup Open(Run run) => Markup.Of($"{Note(run)}{Trouble(run)}{FromState(run)}");

    private static Markup Note(Run run) => Line("open", "Now:", run.Note ?? $"in phase {run.Phase}; no step is saved yet");

    private static Markup Trouble(Run run) => run.Troubles == 0
        ? Markup.None
        : Line("warn", "Trouble:", FormattableString.Invariant($"the last {run.Troubles} attempts met trouble that may pass; it is tried again by itself."));

    private static Markup FromState(Run run)
    {
        try
        {
            var verdict = run.Kind == RunKind.Copy ? null : CanonicalJson.Read<DrillState>(run.State).Verdict;
            return Markup.Of($"{Progress(RunProgress.Of(run))}{Reached(run.Kind, verdict)}");
        }
        catch (InvalidDataException e)
        {
            return Line("warn", "How far it is cannot be told:", e.Message);
        }
    }

    private static Markup Progress(RunProgress? progress) => progress is null ? Markup.None : Markup.Of(
        $"""
        <p class="rd-progress"><progress aria-label="Progress" max="{progress.Total}" value="{progress.Done}">{progress.Text}</progress> <span>{progress.Text}</span></p>

        """);

    private static Markup Reached(RunKind kind, Verdict? verdict) => verdict is null ? Markup.None : Line(
        RunWords.ToneOf(verdict.Outcome),
        $"Verdict {RunWords.Of(verdict.Outcome)}:",
        kind == RunKind.Drill ? $"{verdict.Sentence} It counts once the scratch instance is removed." : verdict.Sentence);

    private static Markup Ended(RunView view)
    {
        var run = view.Run;
        var outcome = run.Outcome!.Value;
        var level = run.Level is null ? string.Empty : $" ({run.Level})";
        var end = Line(view.IsRevokedPass ? "warn" : RunWords.ToneOf(outcome), $"{RunWords.Of(outcome)}{level}:", run.Summary ?? string.Empty);
        return run.Defect is { } defect ? Markup.Of($"{end}{Line("bad", "Defect:", defect)}") : end;
    }

    private static Markup Revoked(Revocation? revocation) => revocation is null ? Markup.None : Markup.Of(
        $"""
        <p class="rd-line rd-bad"><strong>The proof of the copy is revoked</strong> since {Moments.Of(revocation.RecordedAt)} UTC: {revocation.Reason}. Drills of it that passed count no more; see runbooks/drill-failed.md.</p>

        """);

    private static Markup Line(string tone, string title, string text) => Markup.Of(
        $"""
        <p class="rd-line rd-{tone}"><strong>{title}</strong> {text}</p>

        """);
}
