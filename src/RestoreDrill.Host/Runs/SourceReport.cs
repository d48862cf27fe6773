using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Runs;

/// <summary>For people: how a drill's copy compares with its source, table by table.</summary>
internal static class SourceReport
{
    /// <summary>How many tables are shown; the document has all.</summary>
    public const int ShownAtMost = 40;

    /// <summary>Adds nothing where the drill has not come to findings.</summary>
    public static Report Source(this Report report, SourceProof? proof)
    {
        if (proof is null)
        {
            return report;
        }

        report.Heading("Against the source").Facts(
            ("rows proven identical", Part(proof.RowsProven, proof.ProvenShare, Tone.Plain)),
            ("rows differing", Part(proof.RowsDiffering, proof.DifferingShare, proof.RowsDiffering > 0 ? Tone.Bad : Tone.Plain)),
            ("rows not judged", Part(proof.RowsNotJudged, proof.NotJudgedShare, proof.RowsNotJudged > 0 ? Tone.Warning : Tone.Plain)),
            ("why not", proof.Reason is { } reason ? new Cell(reason) : (Cell?)null),
            ("rows not read", proof.RowsNotRead > 0 ? new Cell($"about {Words.Count(proof.RowsNotRead)}", Tone.Warning) : (Cell?)null));
        if (proof.Reason is not null)
        {
            return report;
        }

        var early = proof.Relations.Any(static table => table.Before is not null);
        string[] columns = early
            ? ["Table", "Rows", "Proven", "Differing", "Not judged", "There before", "Differing before", "Why not"]
            : ["Table", "Rows", "Proven", "Differing", "Not judged", "Why not"];
        report.Table(columns, proof.Relations.Take(ShownAtMost).Select(table => Row(table, early)), below: 1);
        var (others, open) = (proof.Relations.Count - ShownAtMost, proof.Relations.Skip(ShownAtMost).Count(static table => !table.IsProven));
        return others <= 0 ? report : report.Line(
            open == 0 ? $"and {others} more, all proven" : $"and {others} more, {open} of them not proven as a whole: `--output json` has all",
            open == 0 ? Tone.Faint : Tone.Warning);
    }

    private static Cell Part(long rows, double? share, Tone tone) => new(share is { } known ? $"{Words.Count(rows)} ({Words.Share(known)} of the rows read)" : Words.Count(rows), tone);

    private static IReadOnlyList<Cell> Row(TableProof table, bool early) =>
    [
        table.Table,
        table.Rows is { } rows ? Words.Count(rows) : "-",
        Words.Count(table.RowsProven),
        Differing(table.RowsDiffering),
        new Cell(table.Rows is null ? table.RowsNotJudged > 0 ? $"about {Words.Count(table.RowsNotJudged)}" : "-" : Words.Count(table.RowsNotJudged), table.RowsNotJudged > 0 ? Tone.Warning : Tone.Plain),
        .. early ? Before(table.Before) : [],
        string.Join("; ", table.Reasons),
    ];

    private static IReadOnlyList<Cell> Before(EarlyProof? before) => before is null ? ["-", "-"] : [Words.Count(before.RowsProven), Differing(before.RowsDiffering)];

    private static Cell Differing(long rows) => new(Words.Count(rows), rows > 0 ? Tone.Bad : Tone.Plain);
}
