using RestoreDrill.Core.Facts;

namespace RestoreDrill.Host.Copies;

/// <summary>The copies in the vault as the vault account alone shows them, for machines.</summary>
/// <param name="Installation">The installation.</param>
/// <param name="LookedAt">When.</param>
/// <param name="Bucket">The bucket of facts.</param>
/// <param name="Copies">By database in the configuration's order, newest data first.</param>
/// <param name="WithoutProof">Databases of which no copy is proven.</param>
internal sealed record CopiesDocument(string Installation, DateTimeOffset LookedAt, string Bucket, IReadOnlyList<CopyDocument> Copies, IReadOnlyList<string> WithoutProof)
{
    /// <summary>Whether every database has a proven copy, and no fact is other than it should be.</summary>
    public bool IsGood => WithoutProof.Count == 0 && Copies.All(static copy => copy.Problems.Count == 0 && copy.Standing != CopyStanding.NotKnown);
}
