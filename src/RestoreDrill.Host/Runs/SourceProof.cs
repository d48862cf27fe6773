using RestoreDrill.Core.Reading;

namespace RestoreDrill.Host.Runs;

/// <summary>How a copy's rows compare with the source's, relation by relation and as a whole.</summary>
internal sealed record SourceProof
{
    /// <summary>Rows read in the copy, of which the shares are.</summary>
    public required long Rows { get; init; }

    public required long RowsProven { get; init; }

    public required long RowsDiffering { get; init; }

    public required long RowsNotJudged { get; init; }

    /// <summary>RowsProven of Rows, 0 to 1; null where no row was read.</summary>
    public double? ProvenShare => ShareOf(RowsProven);

    public double? DifferingShare => ShareOf(RowsDiffering);

    public double? NotJudgedShare => ShareOf(RowsNotJudged);

    /// <summary>Estimated rows of relations that could not be read in the copy; no part of <see cref="Rows"/>.</summary>
    public required long RowsNotRead { get; init; }

    /// <summary>Why no row is judged; null where rows were compared.</summary>
    public required string? Reason { get; init; }

    /// <summary>What differs first, then what is not proven, then the others.</summary>
    public required IReadOnlyList<TableProof> Relations { get; init; }

    /// <returns>Null for drills that have not come to findings, and for other runs.</returns>
    public static SourceProof? Of(RunDetails details)
    {
        if (details.Drill?.Verdict is not { Checks.Count: > 0 } verdict)
        {
            return null;
        }

        var readings = details.Readings.ToDictionary(static reading => reading.Name);
        var relations = readings.Keys.Union(details.AgainstSource.Keys).Union(details.AgainstEarlySource.Keys)
            .Order(RelationName.Order).Select(name => TableProof.Of(details, name, readings.GetValueOrDefault(name), verdict.WhyNoRows))
            .OrderByDescending(static table => table.RowsDiffering).ThenByDescending(static table => table.Differs)
            .ThenBy(static table => table.IsProven).ThenByDescending(static table => table.RowsNotJudged).ToList();
        var read = relations.Where(static table => table.Rows is not null).ToList();
        return new SourceProof
        {
            Rows = read.Sum(static table => table.Rows!.Value),
            RowsProven = read.Sum(static table => table.RowsProven),
            RowsDiffering = relations.Sum(static table => table.RowsDiffering),
            RowsNotJudged = read.Sum(static table => table.RowsNotJudged),
            RowsNotRead = relations.Where(static table => table.Rows is null).Sum(static table => table.RowsNotJudged),
            Reason = verdict.WhyNoRows,
            Relations = relations,
        };
    }

    private double? ShareOf(long rows) => Rows == 0 ? null : Math.Min(1, (double)rows / Rows);
}
