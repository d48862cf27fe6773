using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Copying;

/// <summary>Which old rows of the source are to be read, before its snapshot or after, which have been, and which cannot be compared at all.</summary>
internal sealed class OldRowLedger
{
    private readonly IReadOnlyList<RelationStance> _listed;
    private readonly IReadOnlyList<Dictionary<RelationName, RelationStance>> _others;
    private readonly List<OldRowTask> _comparable = [];
    private readonly ILookup<RelationName, OldRowRange> _read;

    private OldRowLedger(ReadingMoment moment, SourceStand stand, IReadOnlyList<ManifestPart> parts, IReadOnlyList<OldRowRange> read, int groupsAtMost)
    {
        _read = read.Where(range => range.Moment == moment).ToLookup(static range => range.Relation);
        _listed = [.. StancesOf(parts, moment)];
        _others =
        [
            .. new[] { ReadingMoment.Before, ReadingMoment.After, ReadingMoment.Closing }.Where(other => other != moment)
                .Select(other => StancesOf(parts, other).ToDictionary(static stance => stance.Name)),
        ];
        Moment = moment;
        IsClosed = stand.Databases.All(database => parts.Any(part => part.Moment == ReadingMoment.Closing && part.Database == database));
        // Before the snapshot nothing is known yet of the listings to come.
        var comparable = _listed.Where(stance => moment == ReadingMoment.Before || Unlike(_others[0], stance) is null).ToList();
        var grain = GrainRule.For([.. comparable.Select(static stance => stance.Blocks)], groupsAtMost);
        _comparable.AddRange(comparable.Select(stance => new OldRowTask(stance, grain, [.. _read[stance.Name].Select(static range => range.Range)])));
    }

    /// <summary>Which reading it is of.</summary>
    public ReadingMoment Moment { get; }

    /// <summary>Whether the relations were listed again after their rows had been read.</summary>
    public bool IsClosed { get; }

    /// <summary>The relations of which something is missing.</summary>
    public IReadOnlyList<OldRowTask> Tasks =>
        [.. _comparable.Where(task => _read[task.Relation.Name].All(static range => range.Outcome == ReadingOutcome.Read) && Missing(task) > 0)];

    public static async Task<OldRowLedger> LoadAsync(
        ReadingMoment moment, Step<CopyState> step, SourceReaderOptions reader, IRunStore store, CancellationToken cancellationToken)
    {
        var parts = await store.PartsAsync(step.Id, ManifestSubject.Relations, cancellationToken).ConfigureAwait(false);
        var read = await store.OldRowsAsync(step.Id, cancellationToken).ConfigureAwait(false);
        return new OldRowLedger(moment, step.State.Reading!, parts, read, reader.Groups);
    }

    /// <summary>What the manifest says of each relation, in order of name.</summary>
    public IReadOnlyList<OldRowEntry> Entries()
    {
        var tasks = _comparable.ToDictionary(static task => task.Relation.Name);
        return
        [
            .. _listed.OrderBy(static stance => stance.Name, RelationName.Order).Select(stance => _others.Select(other => Unlike(other, stance)).FirstOrDefault(static reason => reason is not null) is { } reason
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
