using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Verdicts;

/// <summary>The full fingerprint of a copy, pinned by its first good drill; every later drill of that copy must equal it.</summary>
public sealed record BirthCertificate
{
    public required string CopyArn { get; init; }

    /// <summary>The drill that pinned it.</summary>
    public required RunId PinnedBy { get; init; }

    /// <summary><see cref="FingerprintSeed.Algorithm"/> of the readings.</summary>
    public required string Algorithm { get; init; }

    public required long Seed { get; init; }

    public required InstanceIdentity Identity { get; init; }

    /// <summary>Every relation, in order of name.</summary>
    public required IReadOnlyList<RelationReading> Readings { get; init; }

    /// <summary>Lower-case hex SHA-256 of the certificate's canonical text.</summary>
    public required string Sha256 { get; init; }
}
