using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Copying;

/// <summary>Which old rows of the source are to be read, which have been, and which cannot be compared at all.</summary>
internal sealed class OldRowLedger
{
    private readonly Dictionary<RelationName, RelationStance> _before;
    private readonly Dictionary<RelationName, RelationStance> _closing;
    private readonly IReadOnlyList<RelationStance> _after;
    private readonly List<OldRowTask> _comparable = [];
    private readonly ILookup<RelationName, OldRowRange> _read;

    private OldRowLedger(SourceStand stand, IReadOnlyList<ManifestPart> parts, IReadOnlyList<OldRowRange> read, int groupsAtMost)
    {
        _read = read.ToLookup(static range => range.Relation);
        _before = StancesOf(parts, ReadingMoment.Before).ToDictionary(static stance => stance.Name);
        _after = [.. StancesOf(parts, ReadingMoment.After)];
        _closing = StancesOf(parts, ReadingMoment.Closing).ToDictionary(static stance => stance.Name);
        IsClosed = stand.Databases.All(database => parts.Any(part => part.Moment == ReadingMoment.Closing && part.Database == database));
        var comparable = _after.Where(stance => Unlike(_before, stance) is null).ToList();
        var grain = GrainRule.For([.. comparable.Select(static stance => stance.Blocks)], groupsAtMost);
        _comparable.AddRange(comparable.Select(stance => new OldRowTask(stance, grain, [.. _read[stance.Name].Select(static range => range.Range)])));
    }

    /// <summary>Whether the relations were listed again after their rows had been read.</summary>
    public bool IsClosed { get; }

    /// <summary>The relations of which something is missing.</summary>
    public IReadOnlyList<OldRowTask> Tasks =>
        [.. _comparable.Where(task => _read[task.Relation.Name].All(static range => range.Outcome == ReadingOutcome.Read) && Missing(task) > 0)];

    public static async Task<OldRowLedger> LoadAsync(Step<CopyState> step, SourceReaderOptions reader, IRunStore store, CancellationToken cancellationToken)
    {
        var parts = await store.PartsAsync(step.Id, ManifestSubject.Relations, cancellationToken).ConfigureAwait(false);
        var read = await store.OldRowsAsync(step.Id, cancellationToken).ConfigureAwait(false);
        return new OldRowLedger(step.State.Reading!, parts, read, reader.Groups);
    }

    /// <summary>What the manifest says of each relation, in order of name.</summary>
    public IReadOnlyList<OldRowEntry> Entries()
    {
        var tasks = _comparable.ToDictionary(static task => task.Relation.Name);
        return
        [
            .. _after.OrderBy(static stance => stance.Name, RelationName.Order).Select(stance => (Unlike(_before, stance) ?? Unlike(_closing, stance)) is { } reason
                ? new OldRowEntry(stance.Name, null, reason)
                : EntryOf(tasks[stance.Name])),
        ];
    }

    private static string? Unlike(Dictionary<RelationName, RelationStance> others, RelationStance stance) =>
        others.TryGetValue(stance.Name, out var other) ? other.DiffersFrom(stance) : "it was made, renamed or dropped while the source was read";

    private static IEnumerable<RelationStance> StancesOf(IEnumerable<ManifestPart> parts, ReadingMoment moment) =>
        parts.Where(part => part.Moment == moment).SelectMany(static part => CanonicalJson.Read<List<RelationStance>>(part.Text));

    private static long Missing(OldRowTask task) => task.Relation.Blocks - task.Read.Sum(static range => range.Count ?? 0);

    private OldRowEntry EntryOf(OldRowTask task)
    {
        var ranges = _read[task.Relation.Name].ToList();
        if (ranges.Find(static range => range.Outcome != ReadingOutcome.Read) is { } unread)
        {
            return new OldRowEntry(task.Relation.Name, null, unread.Reason);
        }

        var missing = Missing(task);
        return new OldRowEntry(
            task.Relation.Name,
            SourceManifest.DigestOf(ranges),
            missing > 0 ? FormattableString.Invariant($"the time for reading the source was used up; {missing:N0} of {task.Relation.Blocks:N0} blocks were not read") : null);
    }
}
