namespace RestoreDrill.Core.Sandwich;

/// <summary>How many blocks a group has: one, or the smallest power of two with which an instance has no more groups than can be kept.</summary>
public static class GrainRule
{
    /// <summary>4 million groups unless told otherwise: 32 GiB of heaps block by block; stored, about 9 bytes each.</summary>
    public const long UsualLimit = 4_000_000;

    private const int Longest = 1 << 20;

    /// <summary>The grain for an instance.</summary>
    /// <param name="blocks">The blocks of each of its relations.</param>
    /// <param name="limit">How many groups there may be. Each relation has one at least, even where that makes more.</param>
    public static int For(IReadOnlyCollection<long> blocks, long limit = UsualLimit)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var grain = 1;
        while (grain < Longest && blocks.Sum(count => RelationGroups.CountFor(count, grain)) > limit)
        {
            grain *= 2;
        }

        return grain;
    }
}
