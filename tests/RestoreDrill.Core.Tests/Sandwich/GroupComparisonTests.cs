using RestoreDrill.Core.Sandwich;

namespace RestoreDrill.Core.Tests.Sandwich;

public sealed class GroupComparisonTests
{
    private static readonly GroupSum Copy = new(61, 4711);

    [Theory]
    [InlineData(61, 4711, GroupStanding.Equal)]
    [InlineData(61, 4712, GroupStanding.Differs)]
    [InlineData(62, 4711, GroupStanding.Differs)]
    [InlineData(60, 4711, GroupStanding.Fewer)]
    [InlineData(0, 0, GroupStanding.Fewer)]
    [InlineData(0, 1, GroupStanding.Differs)]
    public void Source_afterwards_has_no_row_that_the_copy_lacks(int rows, long sum, GroupStanding expected) =>
        Assert.Equal(expected, GroupComparison.WithAfter(new GroupSum(rows, sum), Copy));

    [Theory]
    [InlineData(61, 4711, GroupStanding.Equal)]
    [InlineData(61, 4712, GroupStanding.Differs)]
    [InlineData(60, 4711, GroupStanding.Differs)]
    [InlineData(62, 4711, GroupStanding.Unknown)]
    public void Source_before_has_every_row_of_the_copy(int rows, long sum, GroupStanding expected) =>
        Assert.Equal(expected, GroupComparison.WithBefore(new GroupSum(rows, sum), Copy));

    [Fact]
    public void Contradiction_outweighs_agreement_and_agreement_the_rest()
    {
        GroupSum less = new(60, 1), more = new(62, 1), other = new(61, 1);

        Assert.Equal(GroupStanding.Differs, GroupComparison.WithBoth(before: Copy, after: more, Copy));
        Assert.Equal(GroupStanding.Differs, GroupComparison.WithBoth(before: less, after: Copy, Copy));
        Assert.Equal(GroupStanding.Differs, GroupComparison.WithBoth(before: other, after: null, Copy));
        Assert.Equal(GroupStanding.Equal, GroupComparison.WithBoth(before: Copy, after: less, Copy));
        Assert.Equal(GroupStanding.Equal, GroupComparison.WithBoth(before: more, after: Copy, Copy));
        Assert.Equal(GroupStanding.Fewer, GroupComparison.WithBoth(before: more, after: less, Copy));
        Assert.Equal(GroupStanding.Unknown, GroupComparison.WithBoth(before: more, after: null, Copy));
        Assert.Equal(GroupStanding.Unknown, GroupComparison.WithBoth(before: null, after: null, Copy));
        Assert.Equal(GroupStanding.Equal, GroupComparison.WithBoth(before: null, after: default(GroupSum), default));
    }
}
