namespace RestoreDrill.Core.SelfTests;

/// <summary>What came of one fault.</summary>
public sealed record FaultResult
{
    public required Fault Fault { get; init; }

    public required FaultOutcome Outcome { get; init; }

    /// <summary>What it was done to; null where there was nothing.</summary>
    public FaultTarget? Target { get; init; }

    /// <summary>Ids of the checks that named the object.</summary>
    public IReadOnlyList<string> SeenBy { get; init; } = [];

    /// <summary>Why it was not caught; null where it was.</summary>
    public string? Reason { get; init; }
}
