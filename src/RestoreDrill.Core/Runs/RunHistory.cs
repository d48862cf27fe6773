using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Runs;

/// <summary>All that is recorded of one run that reads no source, as one store gives it to another.</summary>
public sealed record RunHistory
{
    /// <summary>The installation that the run belongs to; null: it was never said.</summary>
    public required InstallationId? Installation { get; init; }

    public required Run Run { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<RunEvent> Events { get; init; }

    public required IReadOnlyList<RelationReading> Readings { get; init; }

    public required IReadOnlyList<RangeReading> Ranges { get; init; }

    public required IReadOnlyList<ManifestPart> Parts { get; init; }

    public required IReadOnlyList<ComparedRange> Comparisons { get; init; }

    public required IReadOnlyList<ChainRange> Chain { get; init; }

    public required IReadOnlyList<Revocation> Revocations { get; init; }

    /// <summary>The birth certificate that the run pinned; null: none.</summary>
    public required BirthCertificate? Pin { get; init; }

    /// <summary>The record of the finished run.</summary>
    public required EvidenceRecord? Evidence { get; init; }
}
