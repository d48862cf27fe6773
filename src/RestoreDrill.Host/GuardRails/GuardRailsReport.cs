using RestoreDrill.Core.GuardRails;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.GuardRails;

/// <summary>How the guard rails stand, for people.</summary>
internal static class GuardRailsReport
{
    public static Report Of(GuardRailsDocument document)
    {
        var report = new Report().Facts(("installation", document.Installation), ("looked at", Words.Moment(document.LookedAt)));
        report.Heading("Guard rails").Table(["Guard rail", "Answer", "Found"], Rows(document.Rails), below: 2);
        var broken = document.Rails.Where(static rail => rail.State == GuardRailState.Broken).DistinctBy(static rail => rail.Id).ToList();
        if (broken.Count > 0)
        {
            report.Heading("What a broken one lets happen").Table(["Guard rail", "Should hold", "Protects from"], broken.Select(Meaning), below: 1);
        }

        if (document.NotRecorded is { } why)
        {
            report.Line($"Not recorded, so that `restoredrill status` does not know of it: {why}", Tone.Warning);
        }

        return Conclude(report, document);
    }

    private static Report Conclude(Report report, GuardRailsDocument document)
    {
        if (document.Broken > 0)
        {
            return report.Line($"{Words.Of(document.Broken, "guard rail")} BROKEN, {document.NotCheckable} not checkable from here, {document.Holding} hold. See runbooks/guard-rail-broken.md.", Tone.Bad);
        }

        return document.NotCheckable > 0
            ? report.Line($"{Words.Of(document.NotCheckable, "guard rail")} NOT checkable from here, {document.Holding} hold. See runbooks/guard-rail-broken.md.", Tone.Warning)
            : report.Line($"All {document.Holding} guard rails hold.", Tone.Good);
    }

    /// <summary>One refusal that keeps twelve guard rails from being checked is told once, and named by the others.</summary>
    private static IEnumerable<IReadOnlyList<Cell>> Rows(IReadOnlyList<GuardRailDocument> rails)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        return rails.Select(rail => rail.State != GuardRailState.NotCheckable || told.TryAdd(GuardRailWords.Cause(rail.Found), Name(rail)) ? Row(rail, rail.Found)
            : Row(rail, $"as {told[GuardRailWords.Cause(rail.Found)]}"));
    }

    private static string Name(GuardRailDocument rail) => GuardRailWords.Name(rail.Id, rail.Database);

    private static IReadOnlyList<Cell> Row(GuardRailDocument rail, string found) =>
    [
        Name(rail),
        rail.State switch
        {
            GuardRailState.Holds => new Cell("holds", Tone.Good),
            GuardRailState.Broken => new Cell("BROKEN", Tone.Bad),
            _ => new Cell("not checkable from here", Tone.Warning),
        },
        found,
    ];

    private static IReadOnlyList<Cell> Meaning(GuardRailDocument rail) => [rail.Id, rail.Says, rail.ProtectsFrom];
}
