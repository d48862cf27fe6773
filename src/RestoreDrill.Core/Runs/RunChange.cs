using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Runs;

/// <summary>All that one step changes, saved in one transaction.</summary>
public sealed record RunChange
{
    public required string Phase { get; init; }

    public required string State { get; init; }

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

    /// <summary>The birth certificate to pin (drills). If the copy has one already, the save is refused.</summary>
    public BirthCertificate? Pin { get; init; }

    /// <summary>Set when the run ends with this step.</summary>
    public RunConclusion? Conclusion { get; init; }

    /// <summary>The record of the finished run; set together with <see cref="Conclusion"/>.</summary>
    public EvidenceRecord? Evidence { get; init; }
}
