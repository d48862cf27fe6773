using System.Text.Json.Serialization;
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

    /// <summary>What is known of the content against an earlier copy; null where there is none to compare with.</summary>
    public string? AgainstEarlier { get; init; }

    /// <summary>SHA-256 of the readings' canonical text; null when nothing was read.</summary>
    public string? ReadingsSha256 { get; init; }

    /// <summary>Whether rows were compared with the source's, and what that gave counts: the manifest was neither missing nor changed.</summary>
    [JsonIgnore]
    public bool ComparesRows => Checks.Any(static check => check.Id == SourceChecks.RowsId);

    /// <summary>Why no row is judged against the source; null where <see cref="ComparesRows"/>.</summary>
    [JsonIgnore]
    public string? WhyNoRows => ComparesRows ? null : Checks.FirstOrDefault(static check => check.Id == SourceChecks.ManifestId) switch
    {
        { Found: SourceChecks.NoManifest } => "no login to the source was configured when the copy was made",
        { Outcome: not CheckOutcome.Passed } manifest => manifest.Found,
        _ => "no rows of the source were read",
    };
}
