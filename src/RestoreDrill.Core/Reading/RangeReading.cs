using System.Numerics;

namespace RestoreDrill.Core.Reading;

/// <summary>What reading one range of a relation's blocks gave. A relation's reading is the sum of its ranges, see <see cref="RelationReading.Of"/>.</summary>
public sealed record RangeReading
{
    public required RelationName Relation { get; init; }

    public required BlockRange Range { get; init; }

    /// <summary>Anything but <see cref="ReadingOutcome.Read"/> is the outcome of the whole relation: no more of it is read.</summary>
    public required ReadingOutcome Outcome { get; init; }

    /// <summary>How much of <see cref="ListedRelation.Bytes"/> the range stands for, by its share of the blocks.</summary>
    public required long Bytes { get; init; }

    /// <summary>Rows read; 0 unless read.</summary>
    public long Rows { get; init; }

    /// <summary>Sum of the rows' image hashes; null unless read.</summary>
    public BigInteger? HashSum { get; init; }

    /// <summary>Why the rows were not read; the server's words where it has said something.</summary>
    public string? Reason { get; init; }

    /// <summary>Wall time of the statement.</summary>
    public TimeSpan Took { get; init; }
}
