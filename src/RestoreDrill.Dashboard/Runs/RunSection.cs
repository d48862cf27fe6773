using RestoreDrill.Dashboard.Html;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>Draws a run for its job's page. The script replaces the body and appends to the history while the run is open.</summary>
internal static class RunSection
{
    /// <summary>The whole section.</summary>
    /// <param name="view">The run.</param>
    /// <param name="url">Where the script asks how the run gets on.</param>
    /// <param name="joined">Said of a job that joined the run of another; none for the job that carries it.</param>
    public static Markup Draw(RunView view, string url, Markup joined) => Markup.Of(
        $"""
        <section class="rd-run" aria-labelledby="rd-run-title" data-rd-url="{url}" data-rd-last="{view.Last}" data-rd-open="{(view.IsOpen ? "true" : "false")}">
        {joined}<p class="rd-live" role="status">{(view.IsOpen ? "This part of the page refreshes by itself." : string.Empty)}</p>
        <div class="rd-body">
        {Body(view)}</div>
        <h4 id="rd-history-title">History</h4>
        <div class="rd-scroll" tabindex="0" role="region" aria-labelledby="rd-history-title">
        <table class="rd-table rd-history">
        <thead><tr><th scope="col">Time (UTC)</th><th scope="col">Phase</th><th scope="col">Kind</th><th scope="col">What happened</th><th scope="col">AWS request</th></tr></thead>
        <tbody>
        {RunHistory.Rows(view.Events)}</tbody>
        </table>
        </div>
        </section>

        """);

    /// <summary>Said instead of the section when the store gives no answer.</summary>
    public static Markup Problem(string problem) => Markup.Of(
        $"""
        <section class="rd-run" aria-label="RestoreDrill">
        <p class="rd-line rd-bad" role="alert"><strong>The run cannot be shown.</strong> {problem}</p>
        </section>

        """);

    /// <summary>The part that is replaced: where the run stands, its facts, its phases.</summary>
    public static Markup Body(RunView view) => Markup.Of(
        $"""
        <h3 id="rd-run-title">{RunWords.Of(view.Run.Kind)} <code>{view.Run.Id.Value}</code> of {view.Run.Database} {Badge(view)}</h3>
        {RunStanding.Draw(view)}{RunFacts.Draw(view)}<table class="rd-table rd-phases">
        <caption>Phases</caption>
        <thead><tr><th scope="col">Phase</th><th scope="col">Status</th><th scope="col">Entered (UTC)</th><th scope="col">Time spent</th></tr></thead>
        <tbody>
        {Markup.Join(PhaseLines.Of(view).Select(line => PhaseRow(line, view)))}</tbody>
        </table>

        """);

    private static Markup Badge(RunView view) => view.Run.Outcome switch
    {
        { } outcome when view.IsRevokedPass => Markup.Of($"<span class=\"rd-badge rd-bad\">{RunWords.Of(outcome)}, revoked</span>"),
        { } outcome => Markup.Of($"<span class=\"rd-badge rd-{RunWords.ToneOf(outcome)}\">{RunWords.Of(outcome)}</span>"),
        null => Markup.Of($"<span class=\"rd-badge rd-open\">{view.Run.Phase}</span>"),
    };

    private static Markup PhaseRow(PhaseLine line, RunView view) => Markup.Of(
        $"""
        <tr class="rd-phase-{Class(line.Status)}"{(line.Status == PhaseStatus.Current ? Markup.Of($" aria-current=\"step\"") : Markup.None)}><th scope="row">{line.Phase}</th><td>{RunWords.Of(line.Status)}</td><td>{(line.EnteredAt is { } entered ? Moments.Of(entered) : Markup.None)}</td><td>{Spent(line, view)}</td></tr>

        """);

    private static string Class(PhaseStatus status) => status switch
    {
        PhaseStatus.Done => "done",
        PhaseStatus.Current => "current",
        _ => "other",
    };

    /// <summary>A run does not spend time in the phase that it ended in.</summary>
    private static string Spent(PhaseLine line, RunView view) => line.Visits switch
    {
        0 => string.Empty,
        _ when !view.IsOpen && line.Phase == view.Run.Phase => string.Empty,
        1 => Moments.Span(line.Spent),
        _ => FormattableString.Invariant($"{Moments.Span(line.Spent)} in {line.Visits} visits"),
    };
}
