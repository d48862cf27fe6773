using RestoreDrill.Core.Copying;

namespace RestoreDrill.Host.Status;

/// <summary>
/// How full the vault account's quota of manual snapshots is. Nothing may delete copies, so it fills for good: somebody has to raise it
/// (Service Quotas, "Manual DB snapshots") before the last copy fits.
/// </summary>
/// <param name="Used">Manual snapshots in the account and region, ours or not: they share one quota.</param>
/// <param name="Quota">The configured quota.</param>
/// <param name="PerDay">Snapshots a day over the last 30 days, or since the oldest of them; 0 if none was made.</param>
/// <param name="DaysLeft">Days until the quota is full at that pace; null: it is not filling.</param>
internal sealed record SnapshotQuota(int Used, int Quota, double PerDay, double? DaysLeft)
{
    /// <summary>Below so many days the quota is red: raising it takes a person and AWS's support.</summary>
    public const int RedBelowDays = 14;

    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    public bool IsRed => Used >= Quota || DaysLeft < RedBelowDays;

    /// <param name="all">The account's snapshots; those of AWS Backup do not count (RDS user guide, "Quotas and constraints").</param>
    /// <param name="quota">The configured quota.</param>
    /// <param name="now">The time.</param>
    public static SnapshotQuota Of(IReadOnlyList<CloudSnapshot> all, int quota, DateTimeOffset now)
    {
        var snapshots = all.Where(static snapshot => !snapshot.IsRecoveryPoint).ToList();
        var recent = snapshots.Select(static snapshot => snapshot.OriginalCreateTime).OfType<DateTimeOffset>().Where(time => now - time <= Window).ToList();
        var room = Math.Max(0, quota - snapshots.Count);
        if (recent.Count == 0)
        {
            return new SnapshotQuota(snapshots.Count, quota, 0, room == 0 ? 0 : null);
        }

        // A young installation must not look as if it had been idle for the rest of the 30 days.
        var days = Math.Clamp((now - recent.Min()).TotalDays, 1, Window.TotalDays);
        var perDay = recent.Count / days;
        return new SnapshotQuota(snapshots.Count, quota, perDay, room / perDay);
    }

    public override string ToString()
    {
        var filled = $"{Used} of {Quota} snapshots";
        return DaysLeft switch
        {
            null => $"{filled}; no manual snapshot was made in the last 30 days",
            <= 0 => $"{filled}: full, the next copy will be refused",
            { } days => FormattableString.Invariant($"{filled}; full in {Math.Floor(days):0} days at {PerDay:0.##} a day"),
        };
    }
}
