using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Instances;

namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>
/// Takes restore jobs on: an instance is restored by RDS, and followed until it is available. What RDS refuses, the job says in RDS's words. Call with the states held; the caller
/// saves.
/// </summary>
internal sealed class RestoreJobWork(RestoreInRole restoring)
{
    /// <summary>Does what can be done for an open job now.</summary>
    /// <returns>Whether the job has changed.</returns>
    public bool GoOn(AccountState state, RestoreJob job, DateTimeOffset now) =>
        job.Status == RestoreJobStatus.Pending ? Start(state, job, now) : Follow(state, job, now);

    private bool Start(AccountState state, RestoreJob job, DateTimeOffset now)
    {
        if (!state.Backup.RecoveryPoints.Exists(point => point.Arn == job.RecoveryPointArn && point.IsCompleted))
        {
            return End(job, RestoreJobStatus.Failed, $"Cannot find recovery point {job.RecoveryPointArn}.", now);
        }

        // Before the instance is there: restoring saves the account, and a sandbox killed then must not begin the job again.
        job.Status = RestoreJobStatus.Running;
        job.CreatedResourceArn = ArnOf(job);
        try
        {
            restoring.Begin(state, job);
            return true;
        }
        catch (AwsError refusal)
        {
            job.CreatedResourceArn = null;
            return End(job, RestoreJobStatus.Failed, refusal.Message, now);
        }
    }

    private static string ArnOf(RestoreJob job) =>
        new Rds.RdsArn(job.Region, job.AccountId, "db", job.Parameters[RestoreMetadataKeys.Identifier].ToLowerInvariant()).ToString();

    private static bool Follow(AccountState state, RestoreJob job, DateTimeOffset now)
    {
        var instance = state.Instances.Find(candidate => candidate.Arn.ToString() == job.CreatedResourceArn);
        return instance?.Status switch
        {
            InstanceStatus.Available or InstanceStatus.StorageFull => End(job, RestoreJobStatus.Completed, null, now),
            InstanceStatus.Failed or InstanceStatus.IncompatibleRestore or InstanceStatus.IncompatibleParameters or InstanceStatus.Inaccessible =>
                End(job, RestoreJobStatus.Failed, $"The DB instance is {instance.Status}: {instance.StatusReason}", now),

            // Not AWS's text.
            null or InstanceStatus.Deleting => End(job, RestoreJobStatus.Aborted, "The DB instance was deleted before it was available.", now),
            _ => false,
        };
    }

    private static bool End(RestoreJob job, string status, string? message, DateTimeOffset now)
    {
        (job.Status, job.StatusMessage, job.CompletedAt) = (status, message, now);
        return true;
    }
}
