using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Tests.Reading;

public sealed class BlockRangeTests
{
    [Fact]
    public void Nothing_read_leaves_everything_missing() => Assert.Equal([BlockRange.Whole], BlockRange.Missing([]));

    [Fact]
    public void Everything_read_leaves_nothing_missing()
    {
        Assert.Empty(BlockRange.Missing([BlockRange.Whole]));
        Assert.Empty(BlockRange.Missing([new(20, null), new(0, 5), new(5, 15)]));
    }

    [Fact]
    public void Holes_and_the_open_end_are_missing_in_order() =>
        Assert.Equal([new(0, 5), new(8, 2), new(30, null)], BlockRange.Missing([new(10, 20), new(5, 3)]));

    [Theory]
    [InlineData(0, 5, 4, 1L)]
    [InlineData(0, 5, 0, 5L)]
    [InlineData(0, null, 7, 1L)]
    [InlineData(3, null, 3, null)]
    public void Blocks_read_twice_are_refused(long first, int? count, long other, long? otherCount) =>
        Assert.Throws<ArgumentException>(() => BlockRange.Missing([new(first, count), new(other, otherCount)]));

    [Theory]
    [InlineData(0, null, "all blocks")]
    [InlineData(7, null, "blocks 7 and on")]
    [InlineData(1024, 1024, "blocks 1024 to 2047")]
    public void Range_says_what_it_is(long first, int? count, string words) => Assert.Equal(words, new BlockRange(first, count).ToString());
}
