using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Chain;

/// <summary>
/// Compares a range of a copy with the same range of its base, and with the copy that the base was compared with. A row version, once its transaction is over,
/// can only disappear. So what is the same in the base and here was not touched; and what the earlier copy has and this one has too, the base must have had.
/// </summary>
public static class ChainComparing
{
    private const string NotRead = "not all of it was read in the earlier copy";

    /// <summary>Compares a range that was read with the limits of this copy, of its base and of the copy before that.</summary>
    /// <param name="range">The range; with one limit there is no base, with two no copy before it.</param>
    /// <param name="middle">The relation in the base; null: it cannot be compared.</param>
    /// <param name="earlier">The relation in the copy that the base was compared with; null: it cannot be compared, or the limits are not in order of time.</param>
    /// <param name="reason">Why the relation cannot be compared with the base.</param>
    public static ChainRange Of(ChainGroups range, LinkGroups? middle, LinkGroups? earlier, string? reason)
    {
        ArgumentNullException.ThrowIfNull(range);
        var own = range.Sums[0];
        var aged = range.Sums.Count > 1 ? range.Sums[1] : null;
        var found = new ChainComparison { Name = range.Relation, Reasons = reason is null ? [] : [reason] };
        var contradictions = new List<ChainContradiction>();
        for (var i = 0; i < own.Count; i++)
        {
            var group = (range.Range.First / range.Grain) + i;
            if (aged is not null)
            {
                found = Add(found, own[i], aged[i], middle?.All(group, range.Grain));
            }

            if (range.Sums.Count > 2 && Contradicts(range.Sums[2][i], middle?.Old(group, range.Grain), earlier?.All(group, range.Grain)) is { } between)
            {
                contradictions.Add(new ChainContradiction(new BlockRange(group * range.Grain, range.Grain), range.Sums[2][i].Rows, between));
            }
        }

        return new ChainRange
        {
            Range = range.Range,
            Grain = range.Grain,
            Outcome = ReadingOutcome.Read,
            Own = own,
            Young = aged is null ? [] : [.. own.Zip(aged, LinkGroups.Minus)],
            Took = range.Took,
            Comparison = found with
            {
                GroupsContradicting = contradictions.Count,
                Contradictions = [.. contradictions.Take(ChainComparison.ContradictionsKept)],
                Reasons = found.RowsIncomparable > 0 && middle is not null ? [.. found.Reasons, NotRead] : found.Reasons,
            },
        };
    }

    /// <summary>
    /// How many rows the base has where it lacks some that the earlier copy and this one share; null: no contradiction. With more rows in the base nothing can be
    /// said: transactions that had not ended when the earlier copy was taken may have made them, and others may have deleted them since.
    /// </summary>
    /// <param name="now">This copy's, older than the earlier copy's limit.</param>
    /// <param name="between">The base's, older than the same limit.</param>
    /// <param name="then">All of the earlier copy's.</param>
    public static int? Contradicts(GroupSum now, GroupSum? between, GroupSum? then) =>
        between is { } middle && then is { } first && first == now && middle.Rows <= first.Rows && middle != first ? middle.Rows : null;

    private static ChainComparison Add(ChainComparison sum, GroupSum own, GroupSum aged, GroupSum? before) => before switch
    {
        { } then when then == aged => sum with { RowsProven = sum.RowsProven + aged.Rows, RowsYounger = sum.RowsYounger + own.Rows - aged.Rows },
        { } => sum with { RowsMoved = sum.RowsMoved + aged.Rows, RowsYounger = sum.RowsYounger + own.Rows - aged.Rows },
        null => sum with { RowsIncomparable = sum.RowsIncomparable + own.Rows },
    };
}
