using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Facts;

namespace RestoreDrill.Core.Restoring;

/// <summary>A copy in the vault, and what it is worth by the vault account alone.</summary>
/// <param name="Database">The protected database's name.</param>
/// <param name="Snapshot">The copy, as the vault account shows it.</param>
/// <param name="Report">What it is worth.</param>
/// <param name="Record">What the bucket holds of it that decides; empty where nothing could be read.</param>
public sealed record JudgedCopy(string Database, CloudSnapshot Snapshot, StandingReport Report, CopyRecord Record)
{
    /// <summary>The moment of its data; null: AWS does not say.</summary>
    public DateTimeOffset? DataTime => Snapshot.DatabaseTime ?? Snapshot.OriginalCreateTime;
}
