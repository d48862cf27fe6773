using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Drilling;

/// <summary>What is still to be read of a copy for the chain, and which of its relations can be compared with those of earlier copies.</summary>
internal sealed class ChainPlan
{
    private readonly ILookup<RelationName, ChainEntry> _read;
    private readonly Dictionary<RelationName, RelationStance> _own;
    private readonly ChainLinkRelations? _middle;
    private readonly ChainLinkRelations? _earlier;
    private readonly int _grain;

    public ChainPlan(
        IReadOnlyList<RelationStance> own, IReadOnlyList<ChainEntry> read, ChainLinkRelations? middle, ChainLinkRelations? earlier, int groupsAtMost)
    {
        _read = read.ToLookup(static entry => entry.Relation);
        _own = own.ToDictionary(static stance => stance.Name);
        (_middle, _earlier) = (middle, earlier);
        _grain = GrainRule.For([.. own.Select(static stance => stance.Blocks)], groupsAtMost);
        var open = own.Where(stance => !_read[stance.Name].Any(static entry => entry.Range == BlockRange.Whole || entry.Outcome != ReadingOutcome.Read)).ToList();
        Settled = [.. open.Where(static stance => stance.Reason is not null || stance.Blocks == 0).Select(Settle)];
        Tasks =
        [
            .. open.Where(static stance => stance.Reason is null && stance.Blocks > 0)
                .Select(stance => new OldRowTask(stance, GrainOf(stance), [.. _read[stance.Name].Select(static entry => entry.Range)]))
                .Where(static task => task.Read.Sum(static range => range.Count!.Value) < task.Relation.Blocks),
        ];
    }

    /// <summary>How many relations the copy has.</summary>
    public int Total => _own.Count;

    /// <summary>Relations of which there is nothing to read, that are not recorded yet.</summary>
    public IReadOnlyList<ChainRange> Settled { get; }

    /// <summary>Relations of which something is still to be read.</summary>
    public IReadOnlyList<OldRowTask> Tasks { get; }

    /// <summary>Why a relation cannot be compared with the base's; null: it can, or there is no base.</summary>
    public string? Unlike(RelationName name) => _middle?.Unlike(_own[name]);

    /// <summary>Whether a relation can be compared with the copy that the base was compared with, too.</summary>
    public bool ReachesBack(RelationName name) => _middle is not null && Unlike(name) is null && _earlier is not null && _earlier.Unlike(_own[name]) is null;

    private int GrainOf(RelationStance stance) => _middle is not null && _middle.Unlike(stance) is null ? Math.Max(_grain, _middle.GrainOf(stance.Name)) : _grain;

    private static ChainRange Settle(RelationStance stance) => stance.Reason is { } reason
        ? ChainRange.Without(stance.Name, ReadingOutcome.NotJudged, reason)
        : ChainRange.Without(stance.Name, ReadingOutcome.Read, null);
}
