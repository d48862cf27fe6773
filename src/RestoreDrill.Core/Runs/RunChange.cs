using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Runs;

/// <summary>All that one step changes, saved in one transaction.</summary>
public sealed record RunChange
{
    public required string Phase { get; init; }

    public required string State { get; init; }

    /// <summary>How long nobody looked in this phase though a look was due; of no account once the phase changes.</summary>
    public TimeSpan Unattended { get; init; }

    /// <summary>Consecutive troubles after this step.</summary>
    public int Troubles { get; init; }

    /// <summary>How long until the next step is due, counted by the store's clock; null: at once.</summary>
    public TimeSpan? Wait { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<RunEvent> Events { get; init; } = [];

    /// <summary>Relations read in this step (drills). A relation read again replaces nothing: the first reading stands.</summary>
    public IReadOnlyList<RelationReading> Readings { get; init; } = [];

    /// <summary>
    /// Ranges of relations read in this step (drills), each with outcome <see cref="ReadingOutcome.Read"/>. A range that begins at the same block
    /// as one that is recorded replaces nothing: the first reading stands.
    /// </summary>
    public IReadOnlyList<RangeReading> Ranges { get; init; } = [];

    /// <summary>What was read of a source or a copy in this step. A part that is recorded already replaces nothing: the first reading stands.</summary>
    public IReadOnlyList<ManifestPart> Parts { get; init; } = [];

    /// <summary>Old rows of the source read in this step (copy runs). A range that begins at the same block as one that is recorded replaces nothing.</summary>
    public IReadOnlyList<BlockGroups> OldRows { get; init; } = [];

    /// <summary>Comparisons of old rows made in this step (drills). A range that begins at the same block as one that is recorded replaces nothing.</summary>
    public IReadOnlyList<ComparedRange> Comparisons { get; init; } = [];

    /// <summary>What was read for the chain in this step (drills). A range that begins at the same block as one that is recorded replaces nothing.</summary>
    public IReadOnlyList<ChainRange> Chain { get; init; } = [];

    /// <summary>The revocation of an earlier copy's proof (drills). One that this drill has recorded already stands.</summary>
    public Revocation? Revocation { get; init; }

    /// <summary>The text of the manifest, once it is complete (copy runs). If the run has one already, that stands.</summary>
    public string? Manifest { get; init; }

    /// <summary>The birth certificate to pin (drills). If the copy has one already, the save is refused.</summary>
    public BirthCertificate? Pin { get; init; }

    /// <summary>Set when the run ends with this step.</summary>
    public RunConclusion? Conclusion { get; init; }

    /// <summary>The record of the finished run; set together with <see cref="Conclusion"/>.</summary>
    public EvidenceRecord? Evidence { get; init; }
}
