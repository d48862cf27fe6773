using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Facts;

/// <summary>What the bucket of facts holds of a copy, in place of a store's records. A fact that cannot be understood is never taken for one that is not there.</summary>
/// <param name="record">What was read of the bucket.</param>
public sealed class KnownOfCopy(CopyRecord record)
{
    /// <summary>Whether a copy run of ours has put there what the copy was made of.</summary>
    public bool KnowsTheCopy => CopyIdentity.MadeOf(record) is not null;

    /// <summary>The manifest of a copy run, and its digest; null where there is none.</summary>
    /// <param name="copyRun">The copy run.</param>
    /// <param name="sha256">The digest that the copy's tag names; null: not known. Where several manifests of the run lie there, that one counts.</param>
    public (string Text, string Sha256)? Manifest(RunId copyRun, string? sha256)
    {
        var ofRun = record.OfKind(FactKind.Manifest).Where(fact => SourceManifest.Read(fact.Fact.Document).Manifest is not { } manifest || manifest.Run == copyRun).ToList();
        return (ofRun.Find(fact => fact.Key.Sha256 == sha256) ?? ofRun.FirstOrDefault()) is { } kept ? (kept.Fact.Document, kept.Key.Sha256) : null;
    }

    /// <summary>The birth certificate of a copy; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It cannot be understood, or does not give its own digest.</exception>
    public BirthCertificate? Certificate(string copyArn) => Certificates().FirstOrDefault(certificate => certificate.CopyArn == copyArn);

    /// <summary>The databases of which the copy's first good drill read rows, in order of name.</summary>
    /// <exception cref="InvalidDataException">See <see cref="Certificate"/>.</exception>
    public IReadOnlyList<string> DatabasesHoldingRows(string database) =>
    [
        .. record.OfKind(FactKind.BirthCertificate).Where(fact => fact.Key.Database == database).Take(1).Select(Read).SelectMany(static certificate => certificate.Readings)
            .Where(static reading => reading is { Outcome: ReadingOutcome.Read, Rows: > 0 }).Select(static reading => reading.Name.Database).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The revocations of the copy's proof, oldest first.</summary>
    /// <exception cref="InvalidDataException">One cannot be understood: the copy's proof may be revoked.</exception>
    public IReadOnlyList<Revocation> Revocations(string database) =>
        [.. record.OfKind(FactKind.Revocation).Select(static fact => CanonicalJson.Read<Revocation>(fact.Fact.Document)).Where(one => one.Database == database)];

    private IEnumerable<BirthCertificate> Certificates() => record.OfKind(FactKind.BirthCertificate).Select(Read);

    private static BirthCertificate Read(KeptFact fact)
    {
        var certificate = CanonicalJson.Read<BirthCertificate>(fact.Fact.Document);
        return certificate.Digest() == certificate.Sha256
            ? certificate
            : throw new InvalidDataException($"The birth certificate of {certificate.CopyArn} in the store of facts does not give its own digest: {fact.Key} was not written by a drill. It proves nothing.");
    }
}
