using RestoreDrill.Core.Runs;
using RestoreDrill.Dashboard.Html;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>Draws a run's history, newest last.</summary>
internal static class RunHistory
{
    public static Markup Rows(IEnumerable<RunEvent> events) => Markup.Join(events.Select(Row));

    /// <summary>An AWS operation with its request id, as AWS's support asks for it; none where there was no answer.</summary>
    public static Markup Request(RunEvent entry) => entry.RequestId is { } request
        ? Markup.Of($"{entry.Operation} <code>{request}</code>")
        : Markup.None;

    private static Markup Row(RunEvent entry) => Markup.Of(
        $"""
        <tr class="rd-event-{RunWords.Of(entry.Kind)}"><td>{Moments.Of(entry.At)}</td><td>{entry.Phase}</td><td>{RunWords.Of(entry.Kind)}</td><td class="rd-message">{entry.Message}</td><td>{Request(entry)}</td></tr>

        """);
}
