using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Tests.Sandwich;

public sealed class MissingRowsTests
{
    private const int FullBlock = 61;

    public static TheoryData<int, int> Counts => new()
    {
        { FullBlock, 1 }, { FullBlock, 2 }, { FullBlock, 3 }, { FullBlock, 4 }, { FullBlock, 5 }, { FullBlock, 6 },
        { FullBlock, FullBlock - 1 }, { FullBlock, FullBlock - 3 }, { 291, 4 }, { 8, 4 }, { 2, 1 }, { 1, 1 }, { 20, 20 }, { 20, 0 }, { 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Rows_that_are_left_are_found_whichever_are_missing(int rows, int missing)
    {
        var random = new Random((rows * 1000) + missing);
        for (var round = 0; round < 5; round++)
        {
            var hashes = Hashes(random, rows);
            var left = hashes.ToArray();
            random.Shuffle(left);

            Assert.Equal(PartSearch.Found, MissingRows.Search(hashes, SumOf(left[missing..])));
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void One_row_that_is_another_is_noticed(int rows, int missing)
    {
        if (missing == rows)
        {
            return;
        }

        var random = new Random((rows * 1000) + missing);
        for (var round = 0; round < 5; round++)
        {
            var hashes = Hashes(random, rows);
            var left = hashes[missing..];
            left[0] ^= 1L << random.Next(64);

            Assert.Equal(PartSearch.Impossible, MissingRows.Search(hashes, SumOf(left)));
        }
    }

    [Theory]
    [InlineData(5, 2)]
    [InlineData(5, 3)]
    [InlineData(9, 4)]
    [InlineData(30, 29)]
    public void Rows_that_are_alike_count_as_often_as_they_are_there(int rows, int missing)
    {
        long[] hashes = [.. Enumerable.Repeat(7_777_777_777L, rows), 1, 2, 3];
        var left = new GroupSum(hashes.Length - missing, unchecked(MissingRows.Sum(hashes) - (missing * 7_777_777_777L)));

        Assert.Equal(PartSearch.Found, MissingRows.Search(hashes, left));
        Assert.Equal(PartSearch.Impossible, MissingRows.Search(hashes, left with { Rows = left.Rows - 1 }));
    }

    [Fact]
    public void A_row_is_never_missing_twice()
    {
        long[] hashes = [10, 1000, 100_000, 10_000_000];

        Assert.Equal(PartSearch.Impossible, MissingRows.Search(hashes, new GroupSum(2, MissingRows.Sum(hashes) - 2000)));
        Assert.Equal(PartSearch.Found, MissingRows.Search(hashes, new GroupSum(2, MissingRows.Sum(hashes) - 1010)));
    }

    [Fact]
    public void Too_many_choices_are_left_alone()
    {
        var hashes = Hashes(new Random(1), FullBlock);
        var eight = SumOf(hashes[8..]);

        Assert.Equal(PartSearch.Found, MissingRows.Search(hashes, eight));
        Assert.Equal(PartSearch.TooMany, MissingRows.Search(hashes, eight, work: 1_000_000));
        Assert.Equal(PartSearch.TooMany, MissingRows.Search(hashes, SumOf(hashes[30..])));
        Assert.Equal(PartSearch.TooMany, MissingRows.Search(hashes, SumOf(hashes[30..]), work: long.MaxValue));
    }

    [Fact]
    public void No_row_left_is_a_part_only_with_a_sum_of_nothing()
    {
        var hashes = Hashes(new Random(1), 40);

        Assert.Equal(PartSearch.Found, MissingRows.Search(hashes, new GroupSum(0, 0)));
        Assert.Equal(PartSearch.Impossible, MissingRows.Search(hashes, new GroupSum(0, 1)));
    }

    [Fact]
    public void More_rows_than_there_are_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MissingRows.Search([1, 2], new GroupSum(3, 3)));

    private static long[] Hashes(Random random, int rows) => [.. Enumerable.Range(0, rows).Select(_ => random.NextInt64(long.MinValue, long.MaxValue))];

    private static GroupSum SumOf(long[] hashes) => new(hashes.Length, MissingRows.Sum(hashes));
}
