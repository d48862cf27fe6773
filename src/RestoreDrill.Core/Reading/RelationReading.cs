using System.Numerics;

namespace RestoreDrill.Core.Reading;

/// <summary>What reading one relation of the restored instance gave.</summary>
public sealed record RelationReading
{
    public required RelationName Name { get; init; }

    public required RelationKind Kind { get; init; }

    public required ReadingOutcome Outcome { get; init; }

    /// <summary>Rows read (heap-forced, never from an index); for <see cref="ReadingOutcome.NotJudged"/> and <see cref="ReadingOutcome.Damaged"/> the planner's estimate.</summary>
    public required long Rows { get; init; }

    /// <summary>
    /// Sum of the rows' image hashes, <c>sum(hash_record_extended(ROW(record_send(row)), seed))</c>; null unless read. 0 for no rows.
    /// </summary>
    public BigInteger? HashSum { get; init; }

    /// <summary>Why the rows were not read; the server's words where it has said something.</summary>
    public string? Reason { get; init; }

    /// <summary>What the statements took, added up.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>
    /// Adds up ranges: rows and hash sums do not depend on how the blocks were divided. A range that was not read makes the relation one that was not,
    /// damage before anything else.
    /// </summary>
    /// <returns>The reading; null while blocks are missing.</returns>
    /// <exception cref="ArgumentException">Ranges overlap.</exception>
    public static RelationReading? Of(ListedRelation relation, IReadOnlyCollection<RangeReading> ranges)
    {
        ArgumentNullException.ThrowIfNull(relation);
        ArgumentNullException.ThrowIfNull(ranges);
        var took = ranges.Aggregate(TimeSpan.Zero, static (sum, range) => sum + range.Took);
        var unread = ranges.FirstOrDefault(static range => range.Outcome == ReadingOutcome.Damaged)
            ?? ranges.FirstOrDefault(static range => range.Outcome != ReadingOutcome.Read);
        if (unread is not null)
        {
            return new RelationReading
            {
                Name = relation.Name, Kind = relation.Kind, Outcome = unread.Outcome, Rows = relation.EstimatedRows, Reason = unread.Reason, Took = took,
            };
        }

        if (BlockRange.Missing(ranges.Select(static range => range.Range)).Count > 0)
        {
            return null;
        }

        return new RelationReading
        {
            Name = relation.Name,
            Kind = relation.Kind,
            Outcome = ReadingOutcome.Read,
            Rows = ranges.Sum(static range => range.Rows),
            HashSum = ranges.Aggregate(BigInteger.Zero, static (sum, range) => sum + range.HashSum!.Value),
            Took = took,
        };
    }
}
