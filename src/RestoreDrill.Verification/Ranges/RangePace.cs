namespace RestoreDrill.Verification.Ranges;

/// <summary>How many blocks of a relation are read in a time, learnt from the ranges that have been read.</summary>
/// <param name="firstGuess">Blocks of the first range.</param>
internal sealed class RangePace(long firstGuess)
{
    // One range tells little about the next one: rows differ in width, and a cold volume in speed.
    private const int GrowsAtMost = 4;

    private double blocksPerSecond;
    private long last;

    /// <summary>As many blocks as should take so long; at least one.</summary>
    public long BlocksIn(TimeSpan time)
    {
        var blocks = blocksPerSecond == 0 ? firstGuess : Math.Min(blocksPerSecond * time.TotalSeconds, (double)last * GrowsAtMost);
        return Math.Max(1, (long)blocks);
    }

    /// <summary>Learns from a range.</summary>
    public void Learn(long blocks, TimeSpan took)
    {
        var measured = blocks / Math.Max(took.TotalSeconds, 0.001);
        blocksPerSecond = blocksPerSecond == 0 ? measured : (blocksPerSecond + measured) / 2;
        last = Math.Max(1, blocks);
    }
}
