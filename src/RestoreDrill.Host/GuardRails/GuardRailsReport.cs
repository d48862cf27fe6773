using RestoreDrill.Core.GuardRails;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.GuardRails;

/// <summary>How the guard rails stand, for people.</summary>
internal static class GuardRailsReport
{
    public static Report Of(GuardRailsDocument document)
    {
        var report = new Report().Facts(("installation", document.Installation), ("looked at", Words.Moment(document.LookedAt)));
        report.Heading("Guard rails").Table(["Guard rail", "Answer", "Found"], document.Rails.Select(Row), below: 2);
        var broken = document.Rails.Where(static rail => rail.State == GuardRailState.Broken).DistinctBy(static rail => rail.Id).ToList();
        if (broken.Count > 0)
        {
            report.Heading("What a broken one lets happen").Table(["Guard rail", "Should hold", "Protects from"], broken.Select(Meaning), below: 1);
        }

        return Conclude(report, document);
    }

    private static Report Conclude(Report report, GuardRailsDocument document)
    {
        if (document.Broken > 0)
        {
            return report.Line($"{Words.Of(document.Broken, "guard rail")} BROKEN, {document.NotCheckable} not checkable from here, {document.Holding} hold.", Tone.Bad);
        }

        return document.NotCheckable > 0
            ? report.Line($"{Words.Of(document.NotCheckable, "guard rail")} NOT checkable from here, {document.Holding} hold.", Tone.Warning)
            : report.Line($"All {document.Holding} guard rails hold.", Tone.Good);
    }

    private static IReadOnlyList<Cell> Row(GuardRailDocument rail) =>
    [
        rail.Database is { } database ? $"{rail.Id} of {database}" : rail.Id,
        rail.State switch
        {
            GuardRailState.Holds => new Cell("holds", Tone.Good),
            GuardRailState.Broken => new Cell("BROKEN", Tone.Bad),
            _ => new Cell("not checkable from here", Tone.Warning),
        },
        rail.Found,
    ];

    private static IReadOnlyList<Cell> Meaning(GuardRailDocument rail) => [rail.Id, rail.Says, rail.ProtectsFrom];
}
