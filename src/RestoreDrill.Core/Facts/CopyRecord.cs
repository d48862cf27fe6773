namespace RestoreDrill.Core.Facts;

/// <summary>All that the store holds about one copy.</summary>
/// <param name="Facts">What counts, in order of key: each with the digest of its key.</param>
/// <param name="Problems">What does not count, or was tampered with.</param>
public sealed record CopyRecord(IReadOnlyList<KeptFact> Facts, IReadOnlyList<FactProblem> Problems)
{
    /// <summary>The facts of a kind, in order of time.</summary>
    public IEnumerable<KeptFact> OfKind(FactKind kind) => Facts.Where(fact => fact.Key.Kind == kind).OrderBy(static fact => fact.Key.Time);

    /// <summary>The fact of that kind whose digest is the one that the copy's tag names; null if it is not there. Others of the kind do not count.</summary>
    public FactObject? WithDigest(FactKind kind, string sha256) => OfKind(kind).FirstOrDefault(fact => fact.Key.Sha256 == sha256)?.Fact;
}
