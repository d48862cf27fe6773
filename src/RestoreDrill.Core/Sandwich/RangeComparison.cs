using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>A range of the copy's blocks, compared with the source by counts and sums.</summary>
/// <param name="Settled">What that tells.</param>
/// <param name="Open">Groups that only their rows can tell about, in order; not counted yet.</param>
public sealed record RangeComparison(RelationComparison Settled, IReadOnlyList<OpenGroup> Open)
{
    private const string NotRead = "the source's rows were not all read";
    private const string Deleted = "rows were changed or deleted in the source between its first reading and the snapshot";

    /// <summary>Compares a range.</summary>
    /// <param name="copy">The copy's range, read.</param>
    /// <param name="after">The source after the copy was taken, as far as it was read; null: not at all.</param>
    /// <param name="before">The source between the limit and the copy; null where there is no such reading.</param>
    /// <exception cref="ArgumentException">The range was not read, or has another grain.</exception>
    public static RangeComparison Of(BlockGroups copy, RelationGroups? after, RelationGroups? before = null)
    {
        ArgumentNullException.ThrowIfNull(copy);
        if (copy.Outcome != ReadingOutcome.Read || (after is not null && after.Grain != copy.Grain) || (before is not null && before.Grain != copy.Grain))
        {
            throw new ArgumentException($"{copy.Relation}, {copy.Range}: {copy.Outcome}, in groups of {copy.Grain}, those of the source of {after?.Grain} and {before?.Grain}.", nameof(copy));
        }

        var tally = new Tally(copy.Relation);
        var first = copy.Range.First / copy.Grain;
        for (var i = 0; i < copy.Groups.Count; i++)
        {
            tally.Add(first + i, new BlockRange(copy.Range.First + ((long)i * copy.Grain), copy.Grain), copy.Groups[i], after?[first + i], before?[first + i]);
        }

        return new RangeComparison(tally.Sum, tally.Open);
    }

    /// <summary>What the source has behind the copy's last block: old rows there are missing in the copy. To be added once for each relation.</summary>
    /// <param name="name">The relation.</param>
    /// <param name="copyBlocks">Blocks of the copy's relation.</param>
    /// <param name="after">See <see cref="Of"/>.</param>
    public static RelationComparison Behind(RelationName name, long copyBlocks, RelationGroups? after)
    {
        var tally = new Tally(name);
        for (var group = after is null ? 0 : RelationGroups.CountFor(copyBlocks, after.Grain); group < (after?.Count ?? 0); group++)
        {
            tally.Add(group, new BlockRange(group * after!.Grain, after.Grain), default, after[group], null);
        }

        return tally.Sum;
    }

    /// <summary>Adds groups up.</summary>
    private sealed class Tally(RelationName name)
    {
        private RelationComparison found = new() { Name = name };
        private long proven;
        private long gone;
        private long unread;
        private long deleted;

        public List<OpenGroup> Open { get; } = [];

        public RelationComparison Sum => found.And(
            new RelationComparison
            {
                Name = name,
                RowsProven = proven,
                RowsGone = gone,
                RowsUnread = unread,
                RowsUnresolved = deleted,
                Reasons = [.. (deleted > 0 ? [Deleted] : Array.Empty<string>()).Concat(unread > 0 ? [NotRead] : [])],
            });

        public void Add(long group, BlockRange blocks, GroupSum copy, GroupSum? after, GroupSum? before)
        {
            switch (GroupComparison.WithBoth(before, after, copy))
            {
                case GroupStanding.Equal:
                    proven += copy.Rows;
                    break;
                case GroupStanding.Fewer when after is { Rows: 0 }:
                    gone += copy.Rows;
                    break;
                case GroupStanding.Fewer:
                    Open.Add(new OpenGroup(group, blocks, after!.Value, copy));
                    break;
                case GroupStanding.Differs:
                    found = found.And(RelationComparison.Differing(name, Difference(blocks, copy, after, before)));
                    break;
                case GroupStanding.Unknown when after is null && before is not null:
                    deleted += copy.Rows;
                    break;
                default:
                    unread += copy.Rows;
                    break;
            }
        }

        private static GroupDifference Difference(BlockRange blocks, GroupSum copy, GroupSum? after, GroupSum? before)
        {
            if (after is { } late && GroupComparison.WithAfter(late, copy) == GroupStanding.Differs)
            {
                var kind = late.Rows > copy.Rows ? GroupDifferenceKind.RowsMissing
                    : late.Rows == copy.Rows ? GroupDifferenceKind.RowsChanged
                    : GroupDifferenceKind.RowsUnknown;
                return new GroupDifference(blocks, kind, late.Rows, copy.Rows);
            }

            var early = before!.Value;
            return new GroupDifference(
                blocks, early.Rows == copy.Rows ? GroupDifferenceKind.RowsChanged : GroupDifferenceKind.RowsInvented, early.Rows, copy.Rows);
        }
    }
}
