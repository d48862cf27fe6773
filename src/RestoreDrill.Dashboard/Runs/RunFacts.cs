using RestoreDrill.Core.Runs;
using RestoreDrill.Dashboard.Html;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>Draws who asked for a run, and its times.</summary>
internal static class RunFacts
{
    private const int RequestsShown = 3;

    private static readonly Markup Wide = Markup.Of($" class=\"rd-wide\"");

    public static Markup Draw(RunView view)
    {
        var run = view.Run;
        return Markup.Of(
            $"""
            <dl class="rd-facts">
            {Fact("Asked for by", Markup.Of($"{run.Trigger} ({(run.Asked ? "a person" : "the schedule")})"))}{Moment("Scheduled for", run.Occurrence)}{Moment("Opened", run.CreatedAt)}{Moment("Has its turn since", run.TurnAt)}{Next(view)}{Finished(run)}{Requests(view.Events)}</dl>

            """);
    }

    private static Markup Next(RunView view) => view switch
    {
        { IsOpen: false } => Markup.None,
        { Run.NextStepAt: { } next } when next > view.Now => Fact("Next step", Markup.Of($"in {Moments.Span(next - view.Now)}, at {Moments.Of(next)} UTC")),
        { Run.NextStepAt: { } next } => Fact("Next step", Markup.Of($"is under way or due since {Moments.Of(next)} UTC")),
        _ => Fact("Next step", Markup.Of($"is under way or due")),
    };

    private static Markup Finished(Run run) => run.FinishedAt is { } finished
        ? Fact("Finished", Markup.Of($"{Moments.Of(finished)} UTC, after {Moments.Span(finished - run.CreatedAt)}"))
        : Markup.None;

    private static Markup Requests(IReadOnlyList<RunEvent> events)
    {
        var last = events.Where(static entry => entry.RequestId is not null).DistinctBy(static entry => (entry.Operation, entry.RequestId)).TakeLast(RequestsShown).ToList();
        return last.Count == 0
            ? Markup.None
            : Fact("Last AWS requests", Wide, Markup.Join(last.Select(static entry => Markup.Of($"<span class=\"rd-request\">{RunHistory.Request(entry)}</span>"))));
    }

    private static Markup Moment(string name, DateTimeOffset? moment) =>
        moment is { } at ? Fact(name, Markup.Of($"{Moments.Of(at)} UTC")) : Markup.None;

    private static Markup Fact(string name, Markup value) => Fact(name, Markup.None, value);

    private static Markup Fact(string name, Markup attributes, Markup value) => Markup.Of(
        $"""
        <div{attributes}><dt>{name}</dt><dd>{value}</dd></div>

        """);
}
