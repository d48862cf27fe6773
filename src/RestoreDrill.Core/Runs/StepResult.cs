using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Runs;

/// <summary>What one step of a workflow came to.</summary>
public sealed record StepResult
{
    /// <summary>The phase the run is in after the step.</summary>
    public required string Phase { get; init; }

    /// <summary>The workflow's state after the step, JSON.</summary>
    public required string State { get; init; }

    /// <summary>What was done or is waited for, in one line without secrets.</summary>
    public required string Note { get; init; }

    /// <summary>How long until the next step; null: at once.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Further lines for the history.</summary>
    public IReadOnlyList<RunEvent> Events { get; init; } = [];

    public IReadOnlyList<RelationReading> Readings { get; init; } = [];

    public IReadOnlyList<RangeReading> Ranges { get; init; } = [];

    public IReadOnlyList<ManifestPart> Parts { get; init; } = [];

    public IReadOnlyList<BlockGroups> OldRows { get; init; } = [];

    public IReadOnlyList<ComparedRange> Comparisons { get; init; } = [];

    public IReadOnlyList<ChainRange> Chain { get; init; } = [];

    public Revocation? Revocation { get; init; }

    public string? Manifest { get; init; }

    public BirthCertificate? Pin { get; init; }

    public RunConclusion? Conclusion { get; init; }

    /// <summary>
    /// Whether the next step must be this process's: it keeps something in memory that no other process has (a master password). The
    /// lease is not given back, and <see cref="Wait"/> is shorter than the lease.
    /// </summary>
    public bool KeepsLease { get; init; }
}
