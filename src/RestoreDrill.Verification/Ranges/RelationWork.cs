using RestoreDrill.Core.Reading;
using RestoreDrill.Verification.Fingerprints;

namespace RestoreDrill.Verification.Ranges;

/// <summary>What is left to read of one relation. Guarded by its <see cref="RangeQueue"/>.</summary>
internal sealed class RelationWork(WantedRanges wanted, int connections, long firstBytes)
{
    private readonly LinkedList<BlockRange> missing = new(wanted.Missing);
    private RangePace pace = new(1);
    private long blocks;
    private long shortest;

    public RelationName Name => wanted.Name;

    public long Bytes => wanted.Bytes;

    /// <summary>Whether it is worth a connection of its own.</summary>
    public bool IsLarge => Bytes > firstBytes;

    public string Database => Name.Database;

    /// <summary>Completes when whoever began with the relation knows its shape, or that it is settled; null while nobody has begun.</summary>
    public TaskCompletionSource? Beginning { get; private set; }

    /// <summary>The relation's shape; null until it is known.</summary>
    public RelationShape? Shape { get; private set; }

    /// <summary>Whether a connection can do something for the relation now.</summary>
    public bool IsOffered => Shape is null ? Beginning is null : missing.Count > 0;

    /// <summary>Whether all that is left is under way.</summary>
    public bool IsTaken => Shape is not null && missing.Count == 0;

    /// <summary>Gives the right to ask for the shape to one connection.</summary>
    public void Begin() => Beginning = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gives that right back.</summary>
    public void GiveUpBeginning()
    {
        var waiting = Beginning;
        Beginning = null;
        waiting?.TrySetResult();
    }

    /// <summary>Divides the relation, now that its shape is known.</summary>
    public void Open(RelationShape shape)
    {
        Shape = shape;
        blocks = shape.Blocks;
        var bytesOfBlock = Math.Max(Bytes / Math.Max(blocks, 1), shape.BlockBytes);
        var first = Math.Max(1, firstBytes / bytesOfBlock);
        pace = new RangePace(first);
        shortest = Math.Max(1, first / 8);
        Beginning?.TrySetResult();
    }

    /// <summary>Takes the next range, about so long that reading it takes <paramref name="target"/>.</summary>
    public BlockRange Take(TimeSpan target)
    {
        var hole = missing.First!.Value;
        missing.RemoveFirst();
        if (!Shape!.CanBeDivided)
        {
            return hole;
        }

        // Towards the end the ranges become shorter, so that the connections finish together.
        var share = Math.Max(shortest, Left(hole) / (2 * connections));
        var length = Math.Min(pace.BlocksIn(target), hole == BlockRange.Whole && blocks <= pace.BlocksIn(target) ? long.MaxValue : share);
        length = Math.Max(length / wanted.Grain, 1) * wanted.Grain;
        if (length >= LengthOf(hole))
        {
            return hole;
        }

        missing.AddFirst(hole with { First = hole.First + length, Count = hole.Count - length });
        return new BlockRange(hole.First, length);
    }

    public void PutBack(BlockRange range) => missing.AddFirst(range);

    public void Learn(BlockRange range, TimeSpan took) => pace.Learn(LengthOf(range), took);

    /// <summary>How much of the relation's size a range stands for.</summary>
    public long BytesOf(BlockRange range) =>
        range == BlockRange.Whole ? Bytes : (long)((double)Bytes * LengthOf(range) / Math.Max(blocks, 1));

    private long Left(BlockRange hole) => LengthOf(hole) + missing.Sum(LengthOf);

    /// <summary>The open end counts as many blocks as there were at the beginning; the relation may have become shorter.</summary>
    private long LengthOf(BlockRange range) => range.Count ?? Math.Max(0, blocks - range.First);
}
