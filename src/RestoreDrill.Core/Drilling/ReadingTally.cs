using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Drilling;

/// <summary>What a drill has read so far, and what is missing.</summary>
internal sealed class ReadingTally
{
    private readonly IReadOnlyList<ListedRelation> _relations;
    private readonly Dictionary<RelationName, List<RangeReading>> _ranges = [];
    private readonly Dictionary<RelationName, ListedRelation> _unread;
    private readonly List<RelationReading> _newReadings = [];
    private readonly List<RangeReading> _newRanges = [];
    private long _bytesRead;

    /// <param name="relations">All relations.</param>
    /// <param name="readings">Those of them that are recorded as read.</param>
    /// <param name="ranges">Ranges that are recorded as read.</param>
    public ReadingTally(IReadOnlyList<ListedRelation> relations, IEnumerable<RelationReading> readings, IEnumerable<RangeReading> ranges)
    {
        _relations = relations;
        _unread = relations.ToDictionary(static relation => relation.Name);
        foreach (var reading in readings)
        {
            Settle(reading.Name);
        }

        foreach (var range in ranges.Where(range => _unread.ContainsKey(range.Relation)))
        {
            Keep(range);
        }

        // A process of an earlier version, or one that died, may have left a relation without a sum.
        foreach (var relation in _unread.Values.ToList())
        {
            TrySum(relation);
        }
    }

    /// <summary>Relations that are read, or were found to be unreadable.</summary>
    public int Done => _relations.Count - _unread.Count;

    public bool IsComplete => _unread.Count == 0;

    /// <summary>Whether anything was added.</summary>
    public bool HasNews => _newReadings.Count + _newRanges.Count > 0;

    /// <summary>Relations that were completed here.</summary>
    public IReadOnlyList<RelationReading> NewReadings => _newReadings;

    /// <summary>Ranges added here, of relations that were not read in one statement.</summary>
    public IReadOnlyList<RangeReading> NewRanges => _newRanges;

    public IReadOnlyList<UnreadRelation> Unread =>
    [
        .. _unread.Values.Select(relation => new UnreadRelation(
            relation, [.. _ranges.GetValueOrDefault(relation.Name, []).Select(static range => range.Range)])),
    ];

    /// <summary><c>12 of 25 relations are read, 3.4 of 9.1 GB</c>.</summary>
    public string Words => $"{Done} of {_relations.Count} relations are read, {ByteWords.Of(_bytesRead, _relations.Sum(static relation => relation.Bytes))}";

    /// <summary>Adds what was read. What comes after a relation is settled changes nothing.</summary>
    public void Add(RangeReading range)
    {
        if (!_unread.TryGetValue(range.Relation, out var relation))
        {
            return;
        }

        Keep(range);
        if (range.Outcome == ReadingOutcome.Read && range.Range != BlockRange.Whole)
        {
            _newRanges.Add(range);
        }

        TrySum(relation);
    }

    private void Keep(RangeReading range)
    {
        if (!_ranges.TryGetValue(range.Relation, out var ranges))
        {
            _ranges.Add(range.Relation, ranges = []);
        }

        ranges.Add(range);
        _bytesRead += range.Bytes;
    }

    private void TrySum(ListedRelation relation)
    {
        if (RelationReading.Of(relation, _ranges.GetValueOrDefault(relation.Name, [])) is { } reading)
        {
            _newReadings.Add(reading);
            Settle(relation.Name);
        }
    }

    private void Settle(RelationName name)
    {
        if (_unread.Remove(name, out var relation))
        {
            _bytesRead += relation.Bytes - _ranges.GetValueOrDefault(name, []).Sum(static range => range.Bytes);
            _ranges.Remove(name);
        }
    }
}
