using RestoreDrill.Core.SelfTests;

namespace RestoreDrill.Host.Runs;

/// <summary>How a drill tested itself, for machines.</summary>
internal sealed record SelfTestDocument
{
    /// <summary>Whether this drill tested itself.</summary>
    public required bool Due { get; init; }

    /// <summary>Why, or why not.</summary>
    public required string Why { get; init; }

    /// <summary>Before the first damage.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Null: not finished.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Whether it was finished, nothing was missed, and rows were damaged.</summary>
    public required bool Clean { get; init; }

    /// <summary>Why it could not be finished.</summary>
    public required string? Problem { get; init; }

    /// <summary>The drill that had made the newest self-test before; null: none had.</summary>
    public required string? EarlierDrill { get; init; }

    /// <summary>What that one missed.</summary>
    public required string? EarlierMiss { get; init; }

    public required IReadOnlyList<SelfTestFaultDocument> Faults { get; init; }

    public static SelfTestDocument Of(SelfTestStand stand) => new()
    {
        Due = stand.IsDue,
        Why = stand.Why,
        BegunAt = stand.BegunAt,
        FinishedAt = stand.FinishedAt,
        Clean = stand.IsClean,
        Problem = stand.Problem,
        EarlierDrill = stand.Earlier?.Value,
        EarlierMiss = stand.EarlierMiss,
        Faults = [.. stand.Results.Select(static result => new SelfTestFaultDocument(result.Fault, result.Outcome, result.Target?.ToString(), result.SeenBy, result.Reason))],
    };
}
