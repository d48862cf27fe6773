using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Runs;

/// <summary><c>explain</c> for people.</summary>
internal static class ExplanationReport
{
    public static Report Of(Explanation explanation, DateTimeOffset now)
    {
        var (details, phases, events, evidence) = explanation;
        var report = new Report()
            .Header(details.Run, now)
            .Facts(("evidence", evidence is null ? (Cell?)null : new Cell($"SHA-256 {evidence.Sha256}")))
            .Heading("Phases")
            .Table(["Phase", "Entered", "Took"], phases.Select(static stay => (IReadOnlyList<Cell>)
                [stay.Phase, Words.Moment(stay.EnteredAt), Words.Span(TimeSpan.FromSeconds(stay.Seconds))]))
            .Heading("History")
            .Table(["Time", "Phase", "What", "Happened", "AWS operation", "Request id"], events.Select(Line))
            .Heading("What was found")
            .Findings(details);
        if (details.Readings.Count > 0)
        {
            report.Heading("Rows by table").Table(
                ["Table", "Rows", "Rows read?", "Why not", "Took"], details.Readings.OrderBy(static reading => reading.Name, RelationName.Order).Select(Reading));
            Rights(report, details.Drill);
        }

        return report.Next(details.Run);
    }

    private static IReadOnlyList<Cell> Line(RunEvent line) =>
    [
        Words.Moment(line.At),
        line.Phase,
        new Cell(line.Kind.ToString().ToLowerInvariant(), line.Kind switch
        {
            RunEventKind.Failure => Tone.Bad,
            RunEventKind.Warning or RunEventKind.Trouble => Tone.Warning,
            RunEventKind.Conclusion => Tone.Good,
            _ => Tone.Faint,
        }),
        line.Message,
        line.Operation ?? "",
        line.RequestId ?? "",
    ];

    private static IReadOnlyList<Cell> Reading(RelationReading reading) =>
    [
        reading.Name.ToString(),
        reading.Outcome == ReadingOutcome.NotJudged ? $"about {Words.Count(reading.Rows)}" : Words.Count(reading.Rows),
        reading.Outcome switch
        {
            ReadingOutcome.Read => new Cell("read", Tone.Good),
            ReadingOutcome.NotJudged => new Cell("not judged", Tone.Warning),
            _ => new Cell("not protected by snapshots", Tone.Faint),
        },
        reading.Reason ?? "",
        Words.Span(reading.Took),
    ];

    private static void Rights(Report report, DrillState? state)
    {
        if (state?.Inventory is not { EarnedRights.Count: > 0 } inventory)
        {
            return;
        }

        report.Heading("Rights the drill gave itself on the scratch instance");
        foreach (var right in inventory.EarnedRights)
        {
            report.Line(right);
        }
    }
}
