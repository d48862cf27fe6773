using System.Numerics;

namespace RestoreDrill.Core.Reading;

/// <summary>What reading one relation of the restored instance gave.</summary>
public sealed record RelationReading
{
    public required RelationName Name { get; init; }

    public required RelationKind Kind { get; init; }

    public required ReadingOutcome Outcome { get; init; }

    /// <summary>Rows read (heap-forced, never from an index); for <see cref="ReadingOutcome.NotJudged"/> and <see cref="ReadingOutcome.Damaged"/> the planner's estimate.</summary>
    public required long Rows { get; init; }

    /// <summary>
    /// Sum of the rows' image hashes, <c>sum(hash_record_extended(ROW(record_send(row)), seed))</c>; null unless read. 0 for no rows.
    /// </summary>
    public BigInteger? HashSum { get; init; }

    /// <summary>Why the rows were not read; the server's words where it has said something.</summary>
    public string? Reason { get; init; }

    /// <summary>Wall time of the reading.</summary>
    public TimeSpan Took { get; init; }
}
