using RestoreDrill.Core.Facts;

namespace RestoreDrill.Core.Restoring;

/// <summary>Which copy is to be restored, among those there are.</summary>
/// <param name="Chosen">The copy; null where none may be taken without being named.</param>
/// <param name="IsNamed">Whether a person named it.</param>
/// <param name="HasProven">Whether any copy with the data that was asked for is proven.</param>
/// <param name="Newer">Copies of newer data than the chosen one's, newest first: what is lost by the choice. Where none is chosen: all there are.</param>
public sealed record RestoreChoice(JudgedCopy? Chosen, bool IsNamed, bool HasProven, IReadOnlyList<JudgedCopy> Newer)
{
    /// <summary>
    /// The newest proven copy; without one, the newest of which no drill has said anything. One that failed, whose proof is revoked, or of which what may say that it is not right cannot be
    /// read, is taken only where a person names it.
    /// </summary>
    /// <param name="copies">The database's copies, newest data first.</param>
    /// <param name="wish">What is wanted.</param>
    public static RestoreChoice Of(IReadOnlyList<JudgedCopy> copies, RestoreWish wish)
    {
        ArgumentNullException.ThrowIfNull(copies);
        ArgumentNullException.ThrowIfNull(wish);
        var asked = wish.Copy is null && wish.Before is { } before ? copies.Where(copy => copy.DataTime < before).ToList() : [.. copies];
        var hasProven = asked.Exists(static copy => copy.Report.Standing == CopyStanding.Proven);
        var chosen = wish.Copy is { } named
            ? asked.Find(copy => copy.Snapshot.Name == named || copy.Snapshot.Arn == named)
            : asked.Find(static copy => copy.Report.Standing == CopyStanding.Proven) ?? asked.Find(static copy => copy.Report.Standing == CopyStanding.Unproven);
        return new RestoreChoice(
            chosen, IsNamed: chosen is not null && wish.Copy is not null, hasProven, chosen is null ? asked : [.. asked.Where(copy => copy.DataTime > chosen.DataTime)]);
    }
}
