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
            ("instance", document.IsGone ? new Cell($"{document.Instance}, WHICH HAS VANISHED", Tone.Bad) : new Cell(document.Instance)),
            ("endpoint", document.IsGone ? (Cell?)null : Endpoint(document)),
            ("master user", document is { IsGone: false, MasterUser: { } user } ? new Cell(user) : (Cell?)null),
            ("master password", document.IsGone ? (Cell?)null : document.PasswordIn is { } place ? new Cell($"delivered to {place}") : new Cell("NOT DELIVERED", Tone.Bad)),
            ("parameter group", document.IsGone ? (Cell?)null : ParameterGroup(document)),
            ("restored and read after", Took(document.FullyReadSeconds, document.RtoTargetSeconds)),
            ("handed over after", Took(document.HandedOverSeconds, null)));
        if (document.IsGone)
        {
            report.Line("NOTHING IS HANDED OVER: the instance has vanished. Find out who deleted it, and plan again.", Tone.Bad);
        }
        else
        {
            report.Problems(document);
        }

        report.Heading("What is proven, and what is not").Line(run.Summary ?? "nothing", run.Outcome == RunOutcome.Pass ? Tone.Good : Tone.Bad);
        foreach (var line in document.NotProven)
        {
            report.Line($"not proven: {line}", Tone.Warning);
        }

        foreach (var right in document.IsGone ? [] : state.Inventory?.EarnedRights ?? [])
        {
            report.Line($"changed in order to read, take it back if it disturbs: {right}", Tone.Warning);
        }

        foreach (var statement in document.TakeBack)
        {
            report.Line($"    {statement}");
        }

        if (document.AttachAgain.Count > 0)
        {
            report.Heading("Attach again");
        }

        foreach (var line in document.AttachAgain)
        {
            report.Line($"[ ] {line}");
        }

        return report;
    }

    private static void Problems(this Report report, HandOverDocument document)
    {
        if (document.Problem is { } problem)
        {
            report.Line($"NOT HANDED OVER: {problem.TrimEnd('.')}. Attach nothing to it.", Tone.Bad);
        }

        if (document.PasswordProblem is { } kept)
        {
            report.Line($"PASSWORD NOT DELIVERED: {kept.TrimEnd('.')}. This restore has ended, and delivers none any more. As an administrator of its account, have Secrets Manager make one and keep it:", Tone.Bad)
                .Line($"    aws rds modify-db-instance --db-instance-identifier {document.Instance} --manage-master-user-password --apply-immediately")
                .Line("or give one of your own: the same with --master-user-password instead of --manage-master-user-password.");
        }
    }

    private static Cell Endpoint(HandOverDocument document) => (document.Host, document.HandedOverAt) switch
    {
        (null, _) => new Cell("not known", Tone.Bad),
        ({ } host, null) => new Cell(string.Create(CultureInfo.InvariantCulture, $"{host}:{document.Port}, to look at the data; not for applications"), Tone.Warning),
        ({ } host, _) => new Cell(string.Create(CultureInfo.InvariantCulture, $"{host}:{document.Port}")),
    };

    private static Cell ParameterGroup(HandOverDocument document) => document switch
    {
        { HandedOverAt: { } at } => new Cell($"{document.FinalParameterGroup}, in force since {Words.Moment(at)}: from then on it acts on the world", Tone.Good),
        { ParameterGroup: null } => new Cell($"not looked at; it was restored under {document.QuietParameterGroup}, which keeps it from acting on the world", Tone.Bad),
        { ParameterGroup: var group } when group == document.QuietParameterGroup => new Cell($"{group}, which keeps it from acting on the world; not {document.FinalParameterGroup}", Tone.Bad),
        { ParameterGroup: var group } when group == document.FinalParameterGroup => new Cell($"{group}, its real one, which was given and not seen in force: it acts on the world from its next start at the latest", Tone.Bad),
        { ParameterGroup: var group } => new Cell($"{group}, which this restore did not give it; not {document.FinalParameterGroup}", Tone.Bad),
    };

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
