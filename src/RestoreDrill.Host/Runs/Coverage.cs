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
/// <param name="RowsNotJudged">Estimated rows of relations that could not be read.</param>
internal sealed record Coverage(string Database, bool Verified, string? Reason, int Relations, int RelationsRead, long RowsRead, long RowsNotJudged)
{
    /// <summary>RowsRead of all rows known, 0 to 1; null where there is no row.</summary>
    public double? Share => RowsRead + RowsNotJudged == 0 ? null : (double)RowsRead / (RowsRead + RowsNotJudged);

    public static IReadOnlyList<Coverage> Of(DrillState state, IReadOnlyList<RelationReading> readings)
    {
        var byDatabase = readings.ToLookup(static reading => reading.Name.Database);
        return
        [
            .. (state.Inventory?.Databases ?? []).Select(database =>
            {
                var read = byDatabase[database.Name].Where(static reading => reading.Outcome == ReadingOutcome.Read).ToList();
                var notJudged = byDatabase[database.Name].Where(static reading => reading.Outcome is ReadingOutcome.NotJudged or ReadingOutcome.Damaged);
                return new Coverage(
                    database.Name,
                    database.Verified,
                    database.Reason,
                    byDatabase[database.Name].Count(),
                    read.Count,
                    read.Sum(static reading => reading.Rows),
                    notJudged.Sum(static reading => reading.Rows));
            }),
        ];
    }
}
