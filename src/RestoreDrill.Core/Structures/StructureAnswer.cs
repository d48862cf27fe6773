using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Structures;

/// <summary>The answer to one question about the structure of one database.</summary>
public sealed record StructureAnswer
{
    public required StructureKind Kind { get; init; }

    public required string Database { get; init; }

    /// <summary><see cref="CheckOutcome.Failed"/> exactly if there are findings; else an error or a limit comes before what is not available.</summary>
    public required CheckOutcome Outcome { get; init; }

    /// <summary>At most 50, by name.</summary>
    public IReadOnlyList<StructureFinding> Findings { get; init; } = [];

    /// <summary>How many findings there are.</summary>
    public int FindingCount { get; init; }

    /// <summary>What was looked at, and how, for example <c>41 indexes by amcheck, 2 of gin were rebuilt</c>; what could not be looked at, and why.</summary>
    public required string Summary { get; init; }

    public TimeSpan Took { get; init; }
}
