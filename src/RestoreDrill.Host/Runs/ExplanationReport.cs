using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Runs;

/// <summary><c>explain</c> for people.</summary>
internal static class ExplanationReport
{
    /// <param name="explanation">The run.</param>
    /// <param name="now">The moment that it is told at.</param>
    /// <param name="command">The whole command line of a verb.</param>
    public static Report Of(Explanation explanation, DateTimeOffset now, Func<IEnumerable<string>, string> command)
    {
        var (details, phases, events, evidence) = explanation;
        var report = new Report()
            .Header(details, now)
            .Facts(("evidence", evidence is null ? (Cell?)null : new Cell($"SHA-256 {evidence.Sha256}")))
            .Heading("Phases")
            .Table(["Phase", "Entered", "Took"], phases.Select(static stay => (IReadOnlyList<Cell>)
                [stay.Phase, Words.Moment(stay.EnteredAt), Words.Span(TimeSpan.FromSeconds(stay.Seconds))]))
            .Heading("History")
            .Table(["Time", "Phase", "What", "Happened"], events.Select(Line))
            .Heading("What was found")
            .Findings(details);
        if (details.Readings.Count > 0)
        {
            report.Heading("Rows by table").Table(
                ["Table", "Rows", "Rows read?", "Why not", "Took"], details.Readings.OrderBy(static reading => reading.Name, RelationName.Order).Select(Reading));
            Rights(report, details.Drill);
        }

        return report.Next(details, command);
    }

    private static IReadOnlyList<Cell> Line(RunEvent line) =>
    [
        Words.Moment(line.At),
        line.Phase,
        new Cell(line.Kind.ToString().ToLowerInvariant(), line.Kind switch
        {
            RunEventKind.Failure => Tone.Bad,
            RunEventKind.Warning or RunEventKind.Trouble => Tone.Warning,
            _ => Tone.Faint,
        }),
        line.Message + Answer(line),
    ];

    /// <summary>Which answer of AWS the line comes from, unless its message says so.</summary>
    private static string Answer(RunEvent line)
    {
        string?[] parts =
        [
            line.Operation is { } operation && !line.Message.Contains(operation, StringComparison.Ordinal) ? operation : null,
            line.RequestId is { } id && !line.Message.Contains(id, StringComparison.Ordinal) ? $"request id {id}" : null,
        ];
        var said = string.Join(", ", parts.Where(static part => part is not null));
        return said.Length == 0 ? said : $" ({said})";
    }

    private static IReadOnlyList<Cell> Reading(RelationReading reading) =>
    [
        reading.Name.ToString(),
        reading switch
        {
            // The planner's estimate; 0 means never analysed, not empty.
            { Outcome: ReadingOutcome.NotJudged or ReadingOutcome.Damaged, Rows: 0 } => "unknown",
            { Outcome: ReadingOutcome.NotJudged or ReadingOutcome.Damaged } => $"about {Words.Count(reading.Rows)}",
            _ => Words.Count(reading.Rows),
        },
        reading.Outcome switch
        {
            ReadingOutcome.Read => new Cell("read", Tone.Good),
            ReadingOutcome.Damaged => new Cell("damaged", Tone.Bad),
            ReadingOutcome.NotJudged => new Cell("not judged", Tone.Warning),
            ReadingOutcome.NotProtected => new Cell("not protected by snapshots", Tone.Faint),
            _ => new Cell(reading.Outcome.ToString(), Tone.Warning),
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
