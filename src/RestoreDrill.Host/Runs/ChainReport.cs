using RestoreDrill.Core.Chain;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Runs;

/// <summary>For people: how a drill's copy compares with earlier ones.</summary>
internal static class ChainReport
{
    /// <summary>Adds nothing where copies are not compared.</summary>
    public static Report Chain(this Report report, ChainStand? stand, IReadOnlyList<ChainComparison> compared)
    {
        if (stand is not { IsLinked: true } and not { Problem: not null })
        {
            return report;
        }

        report.Heading("Against earlier copies").Facts(
            ("compared with", new Cell(stand.Base is { } middle ? Words(middle) : "nothing: the chain begins with this copy")),
            ("and with", stand.Earlier is { } earlier ? new Cell(Words(earlier)) : (Cell?)null),
            ("not judged", stand.Problem is { } problem ? new Cell(problem, Tone.Bad) : (Cell?)null));
        return stand.Base is null ? report : report.Table(["Table", "Rows proven", "Moved", "Younger", "Not comparable", "Contradictions", "Why not"], compared.Select(Row));
    }

    private static string Words(ChainLink link) => $"{link.CopyName}, data of {Reporting.Words.Moment(link.DataTime)}, read by drill {link.Drill}";

    private static IReadOnlyList<Cell> Row(ChainComparison relation) =>
    [
        relation.Name.ToString(),
        Reporting.Words.Count(relation.RowsProven),
        Reporting.Words.Count(relation.RowsMoved),
        Reporting.Words.Count(relation.RowsYounger),
        Reporting.Words.Count(relation.RowsIncomparable),
        new Cell(Reporting.Words.Count(relation.GroupsContradicting), relation.GroupsContradicting > 0 ? Tone.Bad : Tone.Plain),
        string.Join(", ", relation.Reasons),
    ];
}
