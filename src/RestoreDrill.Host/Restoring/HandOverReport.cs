using System.Globalization;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Restoring;

/// <summary>What the person who did an emergency restore hands over: the instance, what is proven of it and what is not, and what has to be attached again.</summary>
internal static class HandOverReport
{
    public static Report HandOver(this Report report, Run run, HandOverDocument document, DrillState state)
    {
        report.Heading("Hand-over").Facts(
            ("instance", document.Instance),
            ("endpoint", document.Host is { } host ? new Cell(string.Create(CultureInfo.InvariantCulture, $"{host}:{document.Port}")) : new Cell("not known", Tone.Bad)),
            ("master user", document.MasterUser is { } user ? new Cell(user) : (Cell?)null),
            ("master password", document.PasswordIn is { } place ? new Cell($"delivered to {place}") : new Cell("NOT DELIVERED", Tone.Bad)),
            ("parameter group", ParameterGroup(document)),
            ("restored and read after", Took(document.FullyReadSeconds, document.RtoTargetSeconds)),
            ("handed over after", Took(document.HandedOverSeconds, null)));
        if (document.Problem is { } problem)
        {
            report.Line($"NOT HANDED OVER: {problem}.", Tone.Bad);
        }

        report.Heading("What is proven, and what is not").Line(run.Summary ?? "nothing", run.Outcome == RunOutcome.Pass ? Tone.Good : Tone.Bad);
        foreach (var line in document.NotProven)
        {
            report.Line($"not proven: {line}", Tone.Warning);
        }

        foreach (var right in state.Inventory?.EarnedRights ?? [])
        {
            report.Line($"changed in order to read, take it back if it disturbs: {right}", Tone.Warning);
        }

        report.Heading("Attach again");
        foreach (var line in document.AttachAgain)
        {
            report.Line($"[ ] {line}");
        }

        return report;
    }

    private static Cell ParameterGroup(HandOverDocument document) => document.HandedOverAt is { } at
        ? new Cell($"{document.FinalParameterGroup}, in force since {Words.Moment(at)}: from then on it acts on the world", Tone.Good)
        : new Cell($"{document.QuietParameterGroup}, which keeps it from acting on the world; not {document.FinalParameterGroup}", Tone.Bad);

    private static Cell? Took(double? seconds, double? target)
    {
        if (seconds is not { } took)
        {
            return null;
        }

        var words = Words.Span(TimeSpan.FromSeconds(took));
        return target is not { } most ? new Cell(words)
            : took <= most ? new Cell($"{words}; the target of {Words.Span(TimeSpan.FromSeconds(most))} is met", Tone.Good)
            : new Cell($"{words}; the target was {Words.Span(TimeSpan.FromSeconds(most))}", Tone.Bad);
    }
}
