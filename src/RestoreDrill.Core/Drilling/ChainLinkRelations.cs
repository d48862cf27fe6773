using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Drilling;

/// <summary>The relations of an earlier copy of the chain.</summary>
internal sealed class ChainLinkRelations(ChainLink link, IReadOnlyList<RelationStance> stances, IReadOnlyList<ChainEntry> read)
{
    private readonly Dictionary<RelationName, RelationStance> _stances = stances.ToDictionary(static stance => stance.Name);
    private readonly ILookup<RelationName, ChainEntry> _read = read.ToLookup(static entry => entry.Relation);

    public int GrainOf(RelationName name) => _read[name].First().Grain;

    /// <summary>Why a relation of a later copy cannot be compared with this copy's; null: it can.</summary>
    public string? Unlike(RelationStance later) =>
        !_stances.TryGetValue(later.Name, out var stance) ? $"copy {link.CopyName} does not have it"
        : stance.DiffersFrom(later) is { } change ? $"since copy {link.CopyName}, {change}"
        : _read[later.Name].FirstOrDefault(static entry => entry.Outcome != ReadingOutcome.Read) is { } unread
            ? $"in copy {link.CopyName}, {string.Join(", ", unread.Comparison.Reasons)}"
        : !_read[later.Name].Any() ? $"in copy {link.CopyName} it was not read"
        : null;
}
