using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Structures;

namespace RestoreDrill.Core.Verdicts;

/// <summary>Everything a verdict is reached from.</summary>
public sealed record Findings
{
    public required RunId Drill { get; init; }

    public required string CopyArn { get; init; }

    public required CopyFacts Facts { get; init; }

    public required InstanceIdentity Identity { get; init; }

    public required InstanceInventory Inventory { get; init; }

    /// <summary>One for each relation of the inventory.</summary>
    public required IReadOnlyList<RelationReading> Readings { get; init; }

    public required IReadOnlyList<CheckResult> UserChecks { get; init; }

    /// <summary>The answers on structure.</summary>
    public IReadOnlyList<StructureAnswer> Structure { get; init; } = [];

    /// <summary>What is known against the source.</summary>
    public SourceFindings Source { get; init; } = new();

    /// <summary>The copy's name.</summary>
    public required string CopyName { get; init; }

    /// <summary>What is known against earlier copies; null: they are not compared.</summary>
    public ChainFindings? Chain { get; init; }

    /// <summary>The revocation of this copy's proof; null: it stands.</summary>
    public Revocation? Revocation { get; init; }

    /// <summary>The revocation of an earlier copy's proof that a drill of this copy has recorded: the two copies contradict each other.</summary>
    public Revocation? Dispute { get; init; }

    /// <summary>The copy of earlier data to compare with; null: there is none that passed.</summary>
    public EarlierCopy? Earlier { get; init; }

    /// <summary>What was read of <see cref="Earlier"/>.</summary>
    public IReadOnlyList<RelationReading> EarlierReadings { get; init; } = [];

    /// <summary>How the drill tested itself, or why it did not; null: it was begun by a version that could not.</summary>
    public SelfTestStand? SelfTest { get; init; }

    public required ProtectedDatabase Database { get; init; }

    /// <summary>Databases of the instance that held rows in the latest passing drill.</summary>
    public required IReadOnlyList<string> KnownToHoldRows { get; init; }

    /// <summary>The copy's birth certificate; null if this is the first drill that can pin one.</summary>
    public BirthCertificate? Certificate { get; init; }

    /// <summary>Emergency restores: the copy as it was planned, with what was known of it; null otherwise.</summary>
    public PlannedCopy? Planned { get; init; }

    public long Seed => FingerprintSeed.Of(Facts.SourceResourceId);
}
