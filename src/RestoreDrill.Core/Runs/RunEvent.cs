namespace RestoreDrill.Core.Runs;

/// <summary>One line of a run's history. Appended, never changed.</summary>
public sealed record RunEvent
{
    /// <summary>Place in the store's order; 0 before it is stored.</summary>
    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Phase { get; init; }

    public required RunEventKind Kind { get; init; }

    /// <summary>What happened, in a sentence without secrets.</summary>
    public required string Message { get; init; }

    /// <summary>The AWS operation, where one was called.</summary>
    public string? Operation { get; init; }

    /// <summary>AWS's request id, where there was an answer.</summary>
    public string? RequestId { get; init; }
}
