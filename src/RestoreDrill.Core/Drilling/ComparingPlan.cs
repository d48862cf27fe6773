using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Drilling;

/// <summary>Which old rows of the copy are still to be compared with the source's, and of which relations nothing can be compared.</summary>
internal sealed class ComparingPlan
{
    private readonly Dictionary<RelationName, (RelationStance Source, OldRowEntry Entry)> _source;
    private readonly ILookup<RelationName, BlockRange> _compared;
    private readonly List<ComparedRange> _settled = [];
    private readonly List<RelationStance> _tasks = [];

    private ComparingPlan(
        ReadingMoment moment, IReadOnlyList<(RelationStance Stance, OldRowEntry Entry)> source, IEnumerable<RelationStance> copies, IReadOnlyList<ComparedRange> compared)
    {
        Moment = moment;
        _source = source.ToDictionary(static one => one.Stance.Name);
        _compared = compared.Where(range => range.Moment == moment).ToLookup(static range => range.Comparison.Name, static range => range.Range);
        var inCopy = copies.ToDictionary(static stance => stance.Name);
        foreach (var (stance, entry) in source)
        {
            var done = _compared[stance.Name].ToList();
            if (done.Exists(static range => range.Count is null))
            {
                continue;
            }

            var copy = inCopy.GetValueOrDefault(stance.Name);
            var reason = entry.Sha256 is null ? $"in the source, {entry.Reason}" : copy is null ? "it is not in the copy" : stance.DiffersFrom(copy);
            if (reason is not null)
            {
                _settled.Add(Unread(stance.Name, reason));
            }
            else if (done.Sum(static range => range.Count!.Value) < stance.Blocks)
            {
                _tasks.Add(stance);
            }
        }
    }

    /// <summary>With which reading of the source the copy is compared.</summary>
    public ReadingMoment Moment { get; }

    /// <summary>Whether there is nothing left to compare or to record.</summary>
    public bool IsDone => _tasks.Count == 0 && _settled.Count == 0;

    /// <summary>The reading of the source, in a word.</summary>
    public string Words => Moment == ReadingMoment.Before ? "before the snapshot" : "after the snapshot";

    /// <summary>How many relations the source's manifest knows.</summary>
    public int Total => _source.Count;

    /// <summary>Relations of which nothing can be compared, that are not recorded yet.</summary>
    public IReadOnlyList<ComparedRange> Settled => _settled;

    /// <summary>Relations of which something is still to be compared.</summary>
    public IReadOnlyList<RelationStance> Tasks => _tasks;

    /// <summary>What is left to compare with one reading of the source.</summary>
    public static ComparingPlan Of(ReadingMoment moment, UsableManifest manifest, IEnumerable<RelationStance> copies, IReadOnlyList<ComparedRange> compared) =>
        new(moment, manifest.OldRows(moment), copies, compared);

    public RelationStance StanceOf(RelationName name) => _source[name].Source;

    public OldRowEntry EntryOf(RelationName name) => _source[name].Entry;

    /// <summary>The tasks, in groups as long as those that were read of the source.</summary>
    public IReadOnlyList<OldRowTask> TasksWith(IReadOnlyList<OldRowRange> recorded)
    {
        var grains = recorded.Where(range => range.Moment == Moment).GroupBy(static range => range.Relation).ToDictionary(static ranges => ranges.Key, static ranges => ranges.First().Grain);
        return [.. _tasks.Select(stance => new OldRowTask(stance, grains.GetValueOrDefault(stance.Name, 1), [.. _compared[stance.Name]]))];
    }

    /// <summary>That nothing of a relation was compared from a block on. How many rows it has is known from reading it, so they are not counted here.</summary>
    public ComparedRange Unread(RelationName name, string reason, long from = 0) =>
        new(new BlockRange(from, null), RelationComparison.Unread(_source[name].Source.Name, 0, reason), Moment);
}
