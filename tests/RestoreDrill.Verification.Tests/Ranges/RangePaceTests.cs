using RestoreDrill.Verification.Ranges;

namespace RestoreDrill.Verification.Tests.Ranges;

public sealed class RangePaceTests
{
    private static readonly TimeSpan Target = TimeSpan.FromSeconds(5);

    [Fact]
    public void First_range_is_as_long_as_guessed() => Assert.Equal(100, new RangePace(100).BlocksIn(Target));

    [Fact]
    public void Ranges_grow_stepwise_until_a_statement_takes_the_target()
    {
        var pace = new RangePace(100);
        var lengths = new List<long>();
        for (var i = 0; i < 6; i++)
        {
            var blocks = pace.BlocksIn(Target);
            lengths.Add(blocks);
            pace.Learn(blocks, TimeSpan.FromSeconds(blocks / 4000.0));
        }

        Assert.Equal([100, 400, 1600, 6400, 20000, 20000], lengths);
    }

    [Fact]
    public void Range_after_a_slow_one_is_shorter()
    {
        var pace = new RangePace(100);
        pace.Learn(100, TimeSpan.FromSeconds(50));

        Assert.Equal(10, pace.BlocksIn(Target));
    }

    [Fact]
    public void Range_has_a_block_however_slow_the_volume_and_however_quick_the_last_one()
    {
        var slow = new RangePace(1);
        slow.Learn(1, TimeSpan.FromHours(1));
        var quick = new RangePace(1);
        quick.Learn(0, TimeSpan.Zero);

        Assert.Equal((1, 1), (slow.BlocksIn(Target), quick.BlocksIn(Target)));
    }
}
