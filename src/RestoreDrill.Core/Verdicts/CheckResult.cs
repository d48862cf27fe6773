using System.Text.Json.Serialization;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.Verdicts;

/// <summary>One question put to a restored database, with its answer.</summary>
public sealed record CheckResult
{
    /// <summary>Stable id, for example <c>identity</c>, <c>birth-certificate</c>, <c>user:newest-submission</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The question in words.</summary>
    public required string Question { get; init; }

    public required CheckOutcome Outcome { get; init; }

    public required string Expected { get; init; }

    public required string Found { get; init; }

    /// <summary>What an unexpected answer means.</summary>
    public CheckLevel Level { get; init; }

    /// <summary>Whether "not available" is an honest answer that only lowers what is proven, and keeps no drill from passing.</summary>
    [JsonIgnore]
    public bool MayBeUnavailable { get; init; }

    /// <summary>Whether the question is about the verifier and not about the copy: no answer to it fails a drill, it only keeps one from passing.</summary>
    [JsonIgnore]
    public bool JudgesTheVerifier { get; init; }

    public TimeSpan Took { get; init; }

    /// <summary>Whether the answer is not the expected one and the question is asked for a warning only.</summary>
    [JsonIgnore]
    public bool Warns => Level == CheckLevel.Warn && Outcome == CheckOutcome.Failed;
}
