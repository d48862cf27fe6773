using System.Buffers.Binary;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Tests.Sandwich;

public sealed class GroupBytesTests
{
    private static readonly RelationName Name = new("school", "public", "courses");

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(1, 1000)]
    [InlineData(8, 999)]
    public void Groups_come_back_whichever_ranges_they_were_read_in(int grain, long blocks)
    {
        var random = new Random(grain + (int)blocks);
        var all = Range(random, grain, 0, (int)RelationGroups.CountFor(blocks, grain));
        var whole = RelationGroups.Of(grain, blocks, [all]);

        var bytes = GroupBytes.Write(whole);
        var back = GroupBytes.Read(bytes);

        Assert.Equal((grain, blocks, true, whole.Rows), (back.Grain, back.Blocks, back.IsWhole, back.Rows));
        Assert.Equal(all.Groups, Enumerable.Range(0, all.Groups.Count).Select(group => back[group]!.Value));
        Assert.Equal(default(GroupSum), back[all.Groups.Count]);
        var parts = all.Groups.Chunk(7).Select((groups, i) => all with { Range = new BlockRange(i * 7 * grain, groups.Length * grain), Groups = groups }).Reverse();
        Assert.Equal(GroupBytes.Digest(bytes), GroupBytes.Digest(GroupBytes.Write(RelationGroups.Of(grain, blocks, parts))));
    }

    [Fact]
    public void What_was_not_read_stays_unread()
    {
        var random = new Random(1);
        var groups = RelationGroups.Of(4, 398, [Range(random, 4, 80, 20), Range(random, 4, 10, 5), Range(random, 4, 15, 5)]);

        var back = GroupBytes.Read(GroupBytes.Write(groups));

        Assert.False(back.IsWhole);
        Assert.Null(back[9]);
        Assert.Null(back[20]);
        Assert.Equal([.. Enumerable.Range(0, 120).Select(group => groups[group])], Enumerable.Range(0, 120).Select(group => back[group]));
        Assert.Equal(30, Enumerable.Range(0, 100).Count(group => back[group] is not null));
    }

    [Fact]
    public void Sums_take_eight_bytes_and_groups_without_rows_one()
    {
        var full = new GroupSum(61, long.MinValue);
        var groups = Range(new Random(1), 1, 0, 4) with { Groups = [full, default, default, full] };

        var bytes = GroupBytes.Write(RelationGroups.Of(1, 4, [groups]));

        Assert.Equal(6 + 4 + 16, bytes.Length);
        Assert.Equal("010104010004", Convert.ToHexStringLower(bytes[..6]));
    }

    [Fact]
    public void Bytes_that_were_cut_or_changed_are_refused()
    {
        var bytes = GroupBytes.Write(RelationGroups.Of(1, 20, [Range(new Random(1), 1, 0, 20)]));

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Throws<InvalidDataException>(() => GroupBytes.Read(bytes.AsSpan(0, length))));
        Assert.Throws<InvalidDataException>(() => GroupBytes.Read([.. bytes, 0]));
        Assert.Throws<InvalidDataException>(() => GroupBytes.Read([2, .. bytes[1..]]));
        // As many stretches as an attacker likes, or as many groups as the relation cannot have.
        Assert.Throws<InvalidDataException>(() => GroupBytes.Read([1, 1, 20, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]));
        Assert.Throws<InvalidDataException>(() => GroupBytes.Read([1, 1, 20, 1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]));
        Assert.Throws<InvalidDataException>(() => GroupBytes.Read([1, 1, 20, 1, 0, 0x81, 0x00, 0]));
    }

    [Fact]
    public void Ranges_that_overlap_or_do_not_fit_are_refused()
    {
        var random = new Random(1);

        Assert.Throws<ArgumentException>(() => RelationGroups.Of(1, 20, [Range(random, 1, 0, 10), Range(random, 1, 9, 2)]));
        Assert.Throws<ArgumentException>(() => RelationGroups.Of(1, 20, [Range(random, 1, 15, 6)]));
        Assert.Throws<ArgumentException>(() => RelationGroups.Of(2, 20, [Range(random, 1, 0, 10)]));
        Assert.Throws<ArgumentException>(() => RelationGroups.Of(1, 20, [Range(random, 1, 0, 10) with { Range = new BlockRange(0, 9) }]));
        Assert.Equal(0, RelationGroups.Of(1, 20, [new BlockGroups { Relation = Name, Range = BlockRange.Whole, Grain = 1, Outcome = ReadingOutcome.NotJudged }]).Rows);
    }

    [Fact]
    public void Digest_is_that_of_the_bytes()
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(eight, -2);
        var groups = Range(new Random(1), 1, 0, 1) with { Groups = [new GroupSum(300, -2)] };

        Assert.Equal(GroupBytes.Digest([1, 1, 1, 1, 0, 1, 0xAC, 0x02, .. eight]), GroupBytes.Digest(GroupBytes.Write(RelationGroups.Of(1, 1, [groups]))));
    }

    [Theory]
    [InlineData(new long[] { }, 1)]
    [InlineData(new long[] { 10, 0 }, 1)]
    [InlineData(new long[] { 10, 1 }, 2)]
    [InlineData(new long[] { 80 }, 8)]
    [InlineData(new long[] { 81 }, 16)]
    public void Grain_is_the_smallest_with_which_the_groups_can_be_kept(long[] blocks, int grain) => Assert.Equal(grain, GrainRule.For(blocks, limit: 10));

    [Fact]
    public void Grain_ends_where_there_are_more_relations_than_groups() => Assert.Equal(1 << 20, GrainRule.For([1, 1, 1], limit: 2));

    private static BlockGroups Range(Random random, int grain, long first, int count) => new()
    {
        Relation = Name,
        Range = new BlockRange(first * grain, (long)count * grain),
        Grain = grain,
        Outcome = ReadingOutcome.Read,
        Groups = [.. Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? default : new GroupSum(random.Next(1, 300), random.NextInt64(long.MinValue, long.MaxValue)))],
    };
}
