using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Verdicts;

/// <summary>What a drill proved.</summary>
public sealed record Verdict
{
    /// <summary><see cref="RunOutcome.Pass"/>, <see cref="RunOutcome.Fail"/> or <see cref="RunOutcome.Inconclusive"/>.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>What a pass proves; null otherwise.</summary>
    public VerdictLevel? Level { get; init; }

    /// <summary>The verdict in one sentence.</summary>
    public required string Sentence { get; init; }

    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    public VerdictCounts Counts { get; init; } = new();

    /// <summary>What is known of the content against its source. Nothing is, until the source is compared.</summary>
    public string AgainstSource { get; init; } = "not judged";

    /// <summary>SHA-256 of the readings' canonical text; null when nothing was read.</summary>
    public string? ReadingsSha256 { get; init; }
}
