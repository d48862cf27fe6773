using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.LegalHolds;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

/// <summary>
/// Ends recovery points whose retention is over. "AWS Backup randomizes its deletions within 8 hours following recovery point expiration"; those that it "was unable to delete
/// automatically" are EXPIRED, and stay (AWS Backup developer guide, "Backup deletion"). Which status the others have in those hours is not settled: here they are EXPIRED as well, so that
/// nobody comes to rely on a point that may be gone at any moment. AWS Backup neither restores nor copies an EXPIRED point; RDS does not know of it, and restores its snapshot still,
/// as the guide says of EBS's. Call with the states held; the caller saves.
/// </summary>
internal sealed class PointExpiry(PointRemoval removal)
{
    /// <summary>How long a point is EXPIRED before it is deleted: the longest that AWS takes.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromHours(8);

    /// <summary>Does what is due.</summary>
    /// <returns>Whether anything has changed.</returns>
    public bool GoOn(AccountState state, DateTimeOffset now)
    {
        var changed = false;
        foreach (var point in state.Backup.RecoveryPoints.Where(point => IsOver(state, point, now)).ToList())
        {
            if (point.IsCompleted)
            {
                point.Status = RecoveryPoint.Expired;
                changed = true;
            }

            if (point.DeleteAt + Delay <= now)
            {
                changed |= removal.Delete(state, point);
            }
        }

        return changed;
    }

    /// <summary>The next time at which something of an account's will be due; null if nothing will.</summary>
    public static DateTimeOffset? NextAfter(AccountState state, DateTimeOffset now) => state.Backup.RecoveryPoints
        .Where(point => point.Status != RecoveryPoint.Creating)
        .Select(point => point.IsCompleted ? point.DeleteAt : point.DeleteAt + Delay)
        .Where(due => due > now)
        .Min();

    private static bool IsOver(AccountState state, RecoveryPoint point, DateTimeOffset now) =>
        point.Status != RecoveryPoint.Creating && point.DeleteAt <= now && !ActiveHolds.Hold(state, point);
}
