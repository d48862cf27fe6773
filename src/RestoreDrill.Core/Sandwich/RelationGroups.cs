using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>The old rows of a relation of the source, group by group, as far as they were read.</summary>
public sealed class RelationGroups
{
    internal RelationGroups(int grain, long blocks, IReadOnlyList<GroupStretch> stretches) => (Grain, Blocks, Stretches) = (grain, blocks, stretches);

    /// <summary>How many blocks a group has.</summary>
    public int Grain { get; }

    /// <summary><see cref="RelationStance.Blocks"/>: no block from there on held an old row.</summary>
    public long Blocks { get; }

    /// <summary>How many groups the relation has, read or not.</summary>
    public long Count => CountFor(Blocks, Grain);

    /// <summary>Whether every group was read.</summary>
    public bool IsWhole => Stretches.Sum(static stretch => (long)stretch.Groups.Length) == Count;

    /// <summary>Old rows in the groups that were read.</summary>
    public long Rows => Stretches.Sum(static stretch => stretch.Groups.Sum(static group => (long)group.Rows));

    /// <summary>In order, apart from each other, none empty.</summary>
    internal IReadOnlyList<GroupStretch> Stretches { get; }

    /// <summary>A group; without rows behind the relation's end, null where it was not read.</summary>
    public GroupSum? this[long group]
    {
        get
        {
            if (group >= Count)
            {
                return default(GroupSum);
            }

            var (low, high) = (0, Stretches.Count - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                var stretch = Stretches[middle];
                if (group < stretch.First)
                {
                    high = middle - 1;
                }
                else if (group >= stretch.End)
                {
                    low = middle + 1;
                }
                else
                {
                    return stretch.Groups[group - stretch.First];
                }
            }

            return null;
        }
    }

    /// <summary>How many groups so many blocks make.</summary>
    public static long CountFor(long blocks, int grain) => (blocks + grain - 1) / grain;

    /// <summary>Puts ranges together. It does not matter how the relation was divided; what was not read is left out.</summary>
    /// <param name="grain">How many blocks a group has.</param>
    /// <param name="blocks">Blocks of the relation.</param>
    /// <param name="read">The ranges, in any order.</param>
    /// <exception cref="ArgumentException">Ranges overlap, are of another grain, or lie behind the end.</exception>
    public static RelationGroups Of(int grain, long blocks, IEnumerable<BlockGroups> read)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grain, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(blocks);
        ArgumentNullException.ThrowIfNull(read);
        var joined = new List<List<BlockGroups>>();
        var end = -1L;
        foreach (var range in read.Where(static range => range.Groups.Count > 0).OrderBy(static range => range.Range.First))
        {
            if (range.Grain != grain || range.Range.First % grain != 0 || range.Range.Count != (long)range.Groups.Count * grain
                || range.Range.First < end || range.Range.End > CountFor(blocks, grain) * grain)
            {
                throw new ArgumentException($"{range.Range} with {range.Groups.Count} groups of {range.Grain} do not fit {blocks} blocks in groups of {grain}, or overlap.", nameof(read));
            }

            if (range.Range.First != end)
            {
                joined.Add([]);
            }

            joined[^1].Add(range);
            end = range.Range.End!.Value;
        }

        return new RelationGroups(grain, blocks, [.. joined.Select(ranges => Join(grain, ranges))]);
    }

    /// <summary>Puts parts of the same relation together that were stored range by range.</summary>
    /// <param name="grain">How many blocks a group has.</param>
    /// <param name="blocks">Blocks of the relation.</param>
    /// <param name="parts">The parts, in any order.</param>
    /// <exception cref="ArgumentException">Parts overlap, are of another grain, or lie behind the end.</exception>
    public static RelationGroups Joined(int grain, long blocks, IEnumerable<RelationGroups> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var name = new RelationName(string.Empty, string.Empty, string.Empty);
        return Of(grain, blocks, parts.SelectMany(part => part.Stretches.Select(stretch => new BlockGroups
        {
            Relation = name,
            Range = new BlockRange(stretch.First * part.Grain, (long)stretch.Groups.Length * part.Grain),
            Grain = part.Grain,
            Outcome = ReadingOutcome.Read,
            Groups = stretch.Groups,
        })));
    }

    private static GroupStretch Join(int grain, List<BlockGroups> ranges)
    {
        var groups = new GroupSum[ranges.Sum(static range => range.Groups.Count)];
        var next = 0;
        foreach (var range in ranges)
        {
            foreach (var group in range.Groups)
            {
                groups[next++] = group;
            }
        }

        return new GroupStretch(ranges[0].Range.First / grain, groups);
    }
}
