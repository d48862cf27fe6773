using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.Sandwich;

/// <summary>The old rows of one group, row by row.</summary>
public sealed record GroupHashes
{
    /// <summary>The group's number: it begins at this times the grain.</summary>
    public required long Group { get; init; }

    public required ReadingOutcome Outcome { get; init; }

    /// <summary>The image hash of each row, in no order; empty unless read.</summary>
    public ReadOnlyMemory<long> Hashes { get; init; }

    /// <summary>Why it was not read.</summary>
    public string? Reason { get; init; }
}
