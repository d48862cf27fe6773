namespace RestoreDrill.Core.Facts;

/// <summary>What a fact about a copy is.</summary>
public enum FactKind
{
    /// <summary>What the copy itself carries as tags, see <see cref="Copying.CopyFacts"/>.</summary>
    CopyFacts,

    /// <summary>What was read of the source around the snapshot, see <see cref="Manifests.SourceManifest"/>.</summary>
    Manifest,

    /// <summary>What the copy's first good drill found, see <see cref="Verdicts.BirthCertificate"/>.</summary>
    BirthCertificate,

    /// <summary>How a drill of the copy ended, see <see cref="VerdictFact"/>.</summary>
    Verdict,

    /// <summary>That the copy is proven no more, see <see cref="Chain.Revocation"/>.</summary>
    Revocation,
}
