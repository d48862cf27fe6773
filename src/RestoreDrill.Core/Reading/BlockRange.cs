namespace RestoreDrill.Core.Reading;

/// <summary>A range of blocks of a relation's heap.</summary>
/// <param name="First">Its first block, from 0.</param>
/// <param name="Count">How many blocks, at least 1; null: all from the first on, those included that are added later.</param>
public sealed record BlockRange(long First, long? Count)
{
    /// <summary>All blocks.</summary>
    public static BlockRange Whole { get; } = new(0, null);

    /// <summary>The block behind the last one; null where there is no end.</summary>
    public long? End => First + Count;

    /// <summary>What is missing of a relation, in order: empty once every block is in one of the ranges.</summary>
    /// <param name="read">The ranges that have been read, in any order.</param>
    /// <exception cref="ArgumentException">Two ranges have blocks in common, whose rows would count twice.</exception>
    public static IReadOnlyList<BlockRange> Missing(IEnumerable<BlockRange> read)
    {
        var missing = new List<BlockRange>();
        long? next = 0;
        foreach (var range in read.OrderBy(static range => range.First))
        {
            if (next is not { } from || range.First < from)
            {
                throw new ArgumentException($"{range} overlap with blocks that were read already.", nameof(read));
            }

            if (range.First > from)
            {
                missing.Add(new BlockRange(from, range.First - from));
            }

            next = range.End;
        }

        if (next is { } rest)
        {
            missing.Add(new BlockRange(rest, null));
        }

        return missing;
    }

    /// <summary><c>blocks 1024 to 2047</c>, <c>blocks 2048 and on</c>, <c>all blocks</c>.</summary>
    public override string ToString() => this == Whole ? "all blocks"
        : End is { } end ? FormattableString.Invariant($"blocks {First} to {end - 1}")
        : FormattableString.Invariant($"blocks {First} and on");
}
