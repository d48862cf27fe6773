using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Rds.Snapshots;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

/// <summary>Removes recovery points with their DB snapshots. Call with the states held; the caller saves.</summary>
internal sealed class PointRemoval(SnapshotLifecycle snapshots)
{
    public void Remove(AccountState state, RecoveryPoint point)
    {
        state.Backup.RecoveryPoints.Remove(point);
        if (state.Snapshots.Find(snapshot => snapshot.StorageId == point.SnapshotStorageId) is { } found)
        {
            state.Snapshots.Remove(found);
            found.Status = SnapshotStatus.Deleted;
            snapshots.Remove(found);
        }
    }

    /// <summary>
    /// Removes the points whose retention is over. On AWS one that cannot be deleted, such as when its role is gone, is EXPIRED instead; that cannot happen here.
    /// </summary>
    /// <returns>Whether there were any.</returns>
    public bool RemoveExpired(AccountState state, DateTimeOffset now)
    {
        var over = state.Backup.RecoveryPoints.Where(point => point.IsCompleted && point.DeleteAt <= now).ToList();
        over.ForEach(point => Remove(state, point));
        return over.Count > 0;
    }
}
