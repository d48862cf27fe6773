using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>Compares ranges of the copy with what was recorded of the source; reads the copy's rows where counts and sums do not settle it.</summary>
/// <param name="reader">Reads the copy.</param>
/// <param name="copy">How to reach the copy.</param>
/// <param name="limit">Which rows are old: the limit that the source was read by.</param>
/// <param name="seed">See <see cref="FingerprintSeed"/>.</param>
/// <param name="work">See <see cref="MissingRows.Search"/>.</param>
public sealed class OldRowComparer(IOldRowReader reader, InstanceLogin copy, OldRowLimit limit, long seed, long work = MissingRows.UsualWork)
{
    /// <summary>Compares one range; the comparisons of all ranges and <see cref="RangeComparison.Behind"/> add up to the relation's.</summary>
    /// <param name="range">The copy's range, read.</param>
    /// <param name="after">See <see cref="RangeComparison.Of"/>.</param>
    /// <param name="before">See <see cref="RangeComparison.Of"/>.</param>
    /// <param name="cancellationToken">Cancels reading rows.</param>
    /// <exception cref="InstanceUnreachableException">The copy cannot be reached, or the connection broke: the range can be compared again.</exception>
    public async Task<RelationComparison> CompareAsync(BlockGroups range, RelationGroups? after, RelationGroups? before, CancellationToken cancellationToken)
    {
        var (sum, open) = RangeComparison.Of(range, after, before);
        if (open.Count == 0)
        {
            return sum;
        }

        var next = 0;
        var reason = "the copy's rows were not all read again";
        await foreach (var rows in reader.ReadHashesAsync(copy, range.Relation, range.Grain, [.. open.Select(static group => group.Group)], limit, seed, cancellationToken))
        {
            if (rows.Outcome != ReadingOutcome.Read)
            {
                reason = rows.Reason ?? reason;
                break;
            }

            if (next == open.Count || rows.Group != open[next].Group)
            {
                throw new InvalidOperationException($"{range.Relation}: group {rows.Group} was given out of turn.");
            }

            sum = sum.And(open[next].Judge(range.Relation, rows.Hashes.Span, work));
            next++;
        }

        return next == open.Count ? sum : sum.And(RelationComparison.Unread(range.Relation, open.Skip(next).Sum(static group => (long)group.Copy.Rows), reason));
    }
}
