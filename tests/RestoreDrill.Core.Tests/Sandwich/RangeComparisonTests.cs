using RestoreDrill.Core.Json;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Tests.Sandwich;

public sealed class RangeComparisonTests
{
    private static readonly RelationName Name = new("school", "public", "courses");
    private static readonly long[] Hashes = [.. Enumerable.Range(1, 10).Select(static i => unchecked((long)0x9E3779B97F4A7C15 * i * i * i))];
    private static readonly GroupSum Ten = SumOf(Hashes);
    private static readonly GroupSum Eight = SumOf(Hashes[2..]);

    [Fact]
    public void Groups_that_agree_are_proven_and_those_with_fewer_rows_left_are_open()
    {
        var found = RangeComparison.Of(Copy(100, Ten, Ten, Ten), Source(100, 103, Ten, Eight, default));

        Assert.Equal((10L, 10L, 0L), (found.Settled.RowsProven, found.Settled.RowsGone, found.Settled.RowsDiffering));
        Assert.Equal([new OpenGroup(101, new BlockRange(101, 1), Eight, Ten)], found.Open);
        var judged = found.Open[0].Judge(Name, Hashes);
        Assert.Equal((8L, 2L, 0L), (judged.RowsProven, judged.RowsGone, judged.RowsDiffering));
    }

    [Fact]
    public void Rows_that_are_no_part_of_the_copy_s_differ()
    {
        var open = new OpenGroup(101, new BlockRange(101, 1), Eight with { HashSum = Eight.HashSum + 1 }, Ten);

        var judged = open.Judge(Name, Hashes);

        Assert.Equal((0L, 10L, 1L), (judged.RowsProven, judged.RowsDiffering, judged.GroupsDiffering));
        Assert.Equal(
            "block 101: the source has 8 of 10 rows left, and at least one of them is not in the copy", Assert.Single(judged.Differences).ToString());
    }

    [Fact]
    public void Rows_that_would_take_too_long_or_were_read_differently_are_not_judged()
    {
        var open = new OpenGroup(101, new BlockRange(101, 1), Eight, Ten);

        var tooLong = open.Judge(Name, Hashes, work: 5);
        var others = open.Judge(Name, Hashes.AsSpan(1));

        Assert.Equal((10L, 10L, 0L, 0L), (tooLong.RowsUnresolved, tooLong.RowsNotJudged, tooLong.RowsProven, tooLong.RowsDiffering));
        Assert.Equal((10L, 0L, 0L), (others.RowsUnread, others.RowsProven, others.RowsDiffering));
        Assert.Contains("something changes it", Assert.Single(others.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_of_difference_is_named_with_its_blocks()
    {
        var other = Ten with { HashSum = 1 };

        var found = RangeComparison.Of(Copy(0, Eight, other, Ten, other, Ten), Source(0, 5, Ten, Ten, default, Eight, Eight), Source(0, 5, Ten, Ten, Eight, Ten, Ten)).Settled;

        Assert.Equal(4, found.GroupsDiffering);
        Assert.Equal(
            [
                "block 0: the source has 10 rows from before the copy, the copy only 8 of them: the others are missing or have changed",
                "block 1: at least one of 10 rows from before the copy has other content than in the source",
                "block 2: the copy has 10 rows from before it was taken, and the source had only 8",
                "block 3: at least one of 10 rows from before the copy has other content than in the source",
            ],
            found.Differences.Select(static difference => difference.ToString()));
        Assert.Equal(10, found.RowsProven);
    }

    [Fact]
    public void Rows_behind_either_end_are_gone_in_the_source_or_missing_in_the_copy()
    {
        var longer = RangeComparison.Of(Copy(0, Ten, Ten), Source(0, 1, Ten)).Settled;
        var shorter = RangeComparison.Behind(Name, 1, Source(0, 3, Ten, default, Eight));

        Assert.Equal((10L, 10L, 0L), (longer.RowsProven, longer.RowsGone, longer.RowsDiffering));
        Assert.Equal((8L, 1L), (shorter.RowsDiffering, shorter.GroupsDiffering));
        Assert.Equal("block 2: the source has 8 rows from before the copy, the copy only 0 of them: the others are missing or have changed", shorter.Differences[0].ToString());
    }

    [Fact]
    public void What_was_not_read_in_the_source_is_not_judged()
    {
        var none = RangeComparison.Of(Copy(0, Ten, Ten), null).Settled;
        var half = RangeComparison.Of(Copy(0, Ten, Ten), Source(0, 2, Ten)).Settled;

        Assert.Equal((20L, 0L, "the source's rows were not all read"), (none.RowsUnread, none.RowsProven, Assert.Single(none.Reasons)));
        Assert.Equal((10L, 10L), (half.RowsUnread, half.RowsProven));
    }

    [Fact]
    public void Range_that_was_not_read_or_has_another_grain_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RangeComparison.Of(Copy(0) with { Outcome = ReadingOutcome.Damaged }, null));
        Assert.Throws<ArgumentException>(() => RangeComparison.Of(Copy(0, Ten), RelationGroups.Of(2, 2, [])));
    }

    [Fact]
    public void Parts_add_up_in_any_order_and_survive_being_stored()
    {
        var parts = Enumerable.Range(0, 12).Select(i => (i % 3) switch
        {
            0 => RangeComparison.Of(Copy(i * 10, Ten), null).Settled,
            1 => RangeComparison.Of(Copy(i * 10, Eight), Source(i * 10, 500, Ten)).Settled,
            _ => RelationComparison.Unread(Name, i, "it was locked"),
        }).ToList();

        var one = parts.Aggregate((sum, part) => sum.And(part));
        var two = CanonicalJson.Read<RelationComparison>(CanonicalJson.Write(parts.AsEnumerable().Reverse().Aggregate((sum, part) => sum.And(part))));

        Assert.Equal(CanonicalJson.Write(one), CanonicalJson.Write(two));
        Assert.Equal((4L, 40L, 40L + 2 + 5 + 8 + 11), (two.GroupsDiffering, two.RowsDiffering, two.RowsNotJudged));
        Assert.Equal([10L, 40, 70, 100], two.Differences.Select(static difference => difference.Blocks.First));
        Assert.Equal(["it was locked", "the source's rows were not all read"], two.Reasons);
        Assert.Throws<ArgumentException>(() => one.And(new RelationComparison { Name = Name with { Name = "other" } }));
    }

    private static GroupSum SumOf(long[] hashes) => new(hashes.Length, MissingRows.Sum(hashes));

    private static RelationGroups Source(long first, long blocks, params GroupSum[] groups) => RelationGroups.Of(1, blocks, [Copy(first, groups)]);

    private static BlockGroups Copy(long first, params GroupSum[] groups) => new()
    {
        Relation = Name, Range = new BlockRange(first, groups.Length), Grain = 1, Outcome = ReadingOutcome.Read, Groups = groups,
    };
}
