using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Host.Runs;

/// <summary>How much of one database of a restored instance was read.</summary>
/// <param name="Database">Its name.</param>
/// <param name="Verified">Whether its relations were listed.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Relations">Relations that can hold rows.</param>
/// <param name="RelationsRead">Those of which every row was read.</param>
/// <param name="RowsRead">Rows read.</param>
/// <param name="RowsNotJudged">Estimated rows of relations that could not be read, or were not (yet).</param>
/// <param name="RelationsNotJudged">Those relations.</param>
/// <param name="RelationsOfUnknownSize">Those of them that have no estimate: never analysed.</param>
internal sealed record Coverage(
    string Database,
    bool Verified,
    string? Reason,
    int Relations,
    int RelationsRead,
    long RowsRead,
    long RowsNotJudged,
    int RelationsNotJudged,
    int RelationsOfUnknownSize)
{
    /// <summary>RowsRead of all rows known, 0 to 1; null where no row is known. Too high where relations are of unknown size.</summary>
    public double? Share => RowsRead + RowsNotJudged == 0 ? null : (double)RowsRead / (RowsRead + RowsNotJudged);

    public static IReadOnlyList<Coverage> Of(DrillState state, IReadOnlyList<RelationReading> readings)
    {
        var read = readings.ToLookup(static reading => reading.Name.Database);
        var done = readings.Select(static reading => reading.Name).ToHashSet();
        var unread = (state.Inventory?.Relations ?? []).Where(relation => !done.Contains(relation.Name)).ToLookup(static relation => relation.Name.Database);
        return [.. (state.Inventory?.Databases ?? []).Select(database => Of(database, [.. read[database.Name]], [.. unread[database.Name]]))];
    }

    private static Coverage Of(ListedDatabase database, List<RelationReading> readings, List<ListedRelation> unread)
    {
        var read = readings.Where(static reading => reading.Outcome == ReadingOutcome.Read).ToList();
        List<long> estimates =
        [
            .. readings.Where(static reading => reading.Outcome is ReadingOutcome.NotJudged or ReadingOutcome.Damaged).Select(static reading => reading.Rows),
            .. unread.Select(static relation => relation.EstimatedRows),
        ];
        return new Coverage(
            database.Name,
            database.Verified,
            database.Reason,
            readings.Count + unread.Count,
            read.Count,
            read.Sum(static reading => reading.Rows),
            estimates.Sum(),
            estimates.Count,
            estimates.Count(static rows => rows == 0));
    }
}
