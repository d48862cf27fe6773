using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Facts;

/// <summary>The facts about one copy. The time of each is part of what it says, so that it is the same however often it is put.</summary>
/// <param name="installation">The installation.</param>
/// <param name="database">The protected database's name.</param>
/// <param name="copy">The copy's name.</param>
public sealed class CopyFactObjects(InstallationId installation, string database, string copy)
{
    /// <summary>What the copy carries, as its tags have it; of the time of the data.</summary>
    public FactObject Of(CopyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Of(FactKind.CopyFacts, facts.SnapshotTime, CanonicalJson.Write(new SortedDictionary<string, string>(facts.ToTags().ToDictionary(), StringComparer.Ordinal)));
    }

    /// <summary>The source's manifest in the text that was stored, so that its digest is the one of the copy's tag; of the time of the copy run.</summary>
    public FactObject OfManifest(RunId copyRun, string text) => Of(FactKind.Manifest, copyRun.MadeAt, text);

    /// <summary>The birth certificate; of the time of the drill that pinned it.</summary>
    public FactObject Of(BirthCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Of(FactKind.BirthCertificate, certificate.PinnedBy.MadeAt, CanonicalJson.Write(certificate));
    }

    /// <exception cref="ArgumentException">The verdict is of another copy.</exception>
    public FactObject Of(VerdictFact verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        Require(verdict.Database, verdict.CopyName);
        return Of(FactKind.Verdict, verdict.ConcludedAt, CanonicalJson.Write(verdict));
    }

    /// <summary>The revocation, once it is recorded; of that time.</summary>
    /// <exception cref="ArgumentException">The revocation is of another copy, or is not recorded yet.</exception>
    public FactObject Of(Revocation revocation)
    {
        ArgumentNullException.ThrowIfNull(revocation);
        Require(revocation.Database, revocation.CopyName);
        return revocation.RecordedAt == default
            ? throw new ArgumentException($"The revocation of {revocation.CopyName} is not recorded yet.", nameof(revocation))
            : Of(FactKind.Revocation, revocation.RecordedAt, CanonicalJson.Write(revocation));
    }

    private FactObject Of(FactKind kind, DateTimeOffset time, string document) => FactObject.Of(installation, database, copy, kind, time, document);

    private void Require(string itsDatabase, string itsCopy)
    {
        if (itsDatabase != database || itsCopy != copy)
        {
            throw new ArgumentException($"A fact about copy {itsCopy} of {itsDatabase} is not one about copy {copy} of {database}.");
        }
    }
}
