using RestoreDrill.Core.Chain;

namespace RestoreDrill.Host.Runs;

/// <summary>That the proof of a run's copy was revoked, for machines.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="FoundBy">The drill that found it.</param>
/// <param name="Copy">The copy whose proof is revoked.</param>
/// <param name="Drill">Its drill, which the later copy was compared with.</param>
/// <param name="EarlierCopy">The copy before it.</param>
/// <param name="LaterCopy">The copy after it.</param>
/// <param name="Places">What both of these hold and it does not; the first places.</param>
internal sealed record RevocationDocument(DateTimeOffset At, string FoundBy, string Copy, string Drill, string EarlierCopy, string LaterCopy, IReadOnlyList<string> Places)
{
    public static RevocationDocument? Of(Revocation? revocation) => revocation is null
        ? null
        : new RevocationDocument(
            revocation.RecordedAt,
            revocation.FoundBy.Value,
            revocation.CopyName,
            revocation.Drill.Value,
            revocation.EarlierCopy,
            revocation.LaterCopy,
            revocation.Places);
}
