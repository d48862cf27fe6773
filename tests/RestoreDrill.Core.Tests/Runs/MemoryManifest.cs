using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Tests.Runs;

/// <summary>What one run has saved of its source or copy. The first reading stands.</summary>
internal sealed class MemoryManifest
{
    private readonly Dictionary<(ManifestSubject, ReadingMoment, string), ManifestPart> _parts = [];
    private readonly Dictionary<(ReadingMoment, RelationName, long), BlockGroups> _oldRows = [];
    private readonly Dictionary<(ReadingMoment, RelationName, long), ComparedRange> _comparisons = [];

    private readonly Dictionary<(RelationName, long), ChainRange> _chain = [];

    public string? Text { get; set; }

    public void Add(RunChange change)
    {
        foreach (var part in change.Parts)
        {
            _parts.TryAdd((part.Subject, part.Moment, part.Database), part);
        }

        foreach (var range in change.OldRows)
        {
            _oldRows.TryAdd((range.Moment, range.Relation, range.Range.First), range);
        }

        foreach (var range in change.Comparisons)
        {
            _comparisons.TryAdd((range.Moment, range.Comparison.Name, range.Range.First), range);
        }

        foreach (var range in change.Chain)
        {
            _chain.TryAdd((range.Relation, range.Range.First), range);
        }

        Text ??= change.Manifest;
    }

    public void Tamper(Func<ManifestPart, ManifestPart> change)
    {
        foreach (var (key, part) in _parts.ToList())
        {
            _parts[key] = change(part);
        }
    }

    public void TamperRows(Func<GroupSum, GroupSum> change)
    {
        foreach (var (key, range) in _oldRows.ToList())
        {
            _oldRows[key] = range with { Groups = [.. range.Groups.Select(change)] };
        }
    }

    public IReadOnlyList<ManifestPart> Parts(ManifestSubject subject) =>
        [.. _parts.Values.Where(part => part.Subject == subject).OrderBy(static part => part.Moment).ThenBy(static part => part.Database, StringComparer.Ordinal)];

    public IReadOnlyList<OldRowRange> OldRows() =>
    [
        .. _oldRows.Values.Select(static range => new OldRowRange(
            range.Relation, range.Range, range.Grain, range.Outcome, range.Reason, range.Outcome == ReadingOutcome.Read ? GroupBytes.Digest(Bytes(range)) : string.Empty, range.Moment)),
    ];

    public IReadOnlyList<RelationGroups> Groups(ReadingMoment moment, RelationName relation) =>
        [.. _oldRows.Values.Where(range => range.Moment == moment && range.Relation == relation && range.Outcome == ReadingOutcome.Read).Select(static range => GroupBytes.Read(Bytes(range)))];

    public IReadOnlyList<ComparedRange> Comparisons() => [.. _comparisons.Values];

    public IReadOnlyList<ChainEntry> Chain() =>
    [
        .. _chain.Values.Select(static range => new ChainEntry(
            range.Relation, range.Range, range.Grain, range.Outcome, range.Own.Count == 0 ? string.Empty : GroupBytes.Digest(range.BytesOf(range.Own)), range.Comparison)),
    ];

    public LinkGroups ChainGroups(RelationName relation) => LinkGroups.Joined(
    [
        .. _chain.Values.Where(range => range.Relation == relation && range.Own.Count > 0).Select(static range => (
            range.Range, range.Grain, GroupBytes.Read(range.BytesOf(range.Own)), range.Young.Count == 0 ? null : GroupBytes.Read(range.BytesOf(range.Young)))),
    ]);

    /// <summary>Changes what a drill has read for the chain, as somebody with access to the store could.</summary>
    public void TamperWithChain()
    {
        foreach (var (key, range) in _chain.ToList())
        {
            _chain[key] = range with { Own = [.. range.Own.Select(static group => group with { HashSum = group.HashSum + 1 })] };
        }
    }

    private static byte[] Bytes(BlockGroups range) => GroupBytes.Write(RelationGroups.Of(range.Grain, range.Range.End!.Value, [range]));
}
