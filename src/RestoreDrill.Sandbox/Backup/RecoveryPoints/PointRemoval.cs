using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Jobs;
using RestoreDrill.Sandbox.Rds.Snapshots;

namespace RestoreDrill.Sandbox.Backup.RecoveryPoints;

/// <summary>Removes recovery points with their DB snapshots. Call with the states held; the caller saves.</summary>
internal sealed class PointRemoval(SnapshotLifecycle snapshots, Roles roles, Authorization authorization)
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
    /// Deletes a point in the role that it was made in: "If the user or role is deleted or the permission within the role is removed, the deletion will not be successful and will
    /// enter an EXPIRED state" (API reference, DeleteRecoveryPoint). The text of its status message is not AWS's.
    /// </summary>
    /// <returns>Whether anything has changed.</returns>
    public bool Delete(AccountState state, RecoveryPoint point)
    {
        if (MayDelete(point))
        {
            Remove(state, point);
            return true;
        }

        var message = $"The recovery point could not be deleted: the role {point.RoleArn} is gone or may not delete its snapshot.";
        var isNew = point.StatusMessage != message || point.Status != RecoveryPoint.Expired;
        (point.Status, point.StatusMessage) = (RecoveryPoint.Expired, message);
        return isNew;
    }

    /// <summary>In whose name a copy out of another account is deleted is not settled, as the job's role is not of its account: here it always can be.</summary>
    private bool MayDelete(RecoveryPoint point) =>
        !point.RoleArn.StartsWith($"arn:aws:iam::{point.AccountId}:", StringComparison.Ordinal)
        || (roles.WithArn(point.RoleArn) is { } role && authorization.Allows(
            JobSession.Call(JobSession.Of(role), point.Region), new AccessCheck("rds:DeleteDBSnapshot", point.Arn, point.AccountId, [])));
}
