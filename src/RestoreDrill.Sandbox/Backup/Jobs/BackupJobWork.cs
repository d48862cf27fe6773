using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Tags;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Rds.Instances;
using RestoreDrill.Sandbox.Rds.Snapshots;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>
/// Takes backup jobs on: an RDS snapshot is taken, and followed until it is there. Texts are AWS's where a comment does not say otherwise (AWS Backup developer
/// guide, "Monitoring", "Vault Lock"). Call with the states held; the caller saves.
/// </summary>
internal sealed class BackupJobWork(JobKeys keys, InstanceLifecycle instances, PointRemoval removal)
{
    // Not AWS's text.
    private const string NotAirGapped = "The resource type RDS is not supported by logically air-gapped vaults: the backup is in the backup vault alone.";

    /// <summary>Does what can be done for an open job now.</summary>
    /// <returns>Whether the job has changed.</returns>
    public bool GoOn(AccountState state, BackupJob job, DateTimeOffset now) => job.State == JobState.Created ? Start(state, job, now) : Follow(state, job, now);

    private bool Start(AccountState state, BackupJob job, DateTimeOffset now)
    {
        var vault = state.Backup.Vaults.Find(candidate => candidate.Name == job.VaultName && candidate.Region == job.Region);
        var instance = state.Instances.Find(candidate => candidate.Arn.ToString() == job.ResourceArn);
        if (Refusal(state, job, vault, instance) is { } refusal)
        {
            return End(job, JobState.Failed, refusal, now);
        }

        if (instance!.Status is not (InstanceStatus.Available or InstanceStatus.StorageFull))
        {
            return now >= job.StartBy && End(job, JobState.Expired, "Backup job expired before completion.", now);
        }

        var snapshot = NewSnapshot.ByBackupJob(instance, job.Id, Tags(instance, job), now);
        state.Snapshots.Add(snapshot);
        instance.Steps.Add(new InstanceStep(InstanceStepKind.BackUp, snapshot.StorageId));
        instances.Continue(instance);
        (job.State, job.InitiatedAt, job.SnapshotStorageId) = (JobState.Running, now, snapshot.StorageId);
        (job.RecoveryPointArn, job.EncryptionKeyArn) = (snapshot.Arn.ToString(), snapshot.KmsKeyId);
        state.Backup.RecoveryPoints.Add(Point(job, instance, snapshot, now));
        return true;
    }

    /// <summary>Why a job cannot be done at all; null if it can.</summary>
    private string? Refusal(AccountState state, BackupJob job, BackupVault? vault, DbInstance? instance)
    {
        if (vault is null)
        {
            // Not AWS's text.
            return $"Backup vault {job.VaultName} does not exist.";
        }

        if (state.Backup.BackupJobs.TakeWhile(other => other != job).Any(other => other.IsOpen && other.ResourceArn == job.ResourceArn))
        {
            return "Backup job failed because there was a running job for the same resource.";
        }

        if (vault.Lock?.Admits(job.Lifecycle?.RetentionDays) == false)
        {
            return "Backup job failed because the lifecycle is outside the valid range for backup vault.";
        }

        if (instance is null)
        {
            // RDS's text.
            return $"DBInstance {job.ResourceName} not found.";
        }

        // The vault's key has no part in it: a snapshot is under its instance's key.
        return instance.KmsKeyId is { } arn && !(keys.Find(arn) is { IsUsable: true } key && keys.MayUse(job.RoleArn, job.Region, JobKeys.OfSnapshots, key))
            ? KeyTexts.NotUsable
            : null;
    }

    private bool Follow(AccountState state, BackupJob job, DateTimeOffset now)
    {
        var snapshot = state.Snapshots.Find(candidate => candidate.StorageId == job.SnapshotStorageId);
        var point = state.Backup.RecoveryPoints.Find(candidate => candidate.SnapshotStorageId == job.SnapshotStorageId);
        switch (snapshot?.Status)
        {
            case SnapshotStatus.Creating:
                return false;
            case SnapshotStatus.Available when point is not null:
                (point.Status, point.CompletedAt) = (RecoveryPoint.Completed, now);
                return End(job, JobState.Completed, job.IsForAirGappedVault ? NotAirGapped : null, now);
            default:
                if (point is not null)
                {
                    removal.Remove(state, point);
                }

                // RDS's text, or the server's.
                return End(job, JobState.Failed, snapshot?.StatusReason ?? "The snapshot is no longer available.", now);
        }
    }

    // AWS Backup tags a recovery point as its resource is tagged; a job that cannot have all tags does without those of the instance.
    private static List<ResourceTag> Tags(DbInstance instance, BackupJob job) =>
        instance.Tags.Count + job.Tags.Count <= BackupTags.Most ? BackupTags.Merge(instance.Tags, job.Tags) : job.Tags;

    private static RecoveryPoint Point(BackupJob job, DbInstance instance, DbSnapshot snapshot, DateTimeOffset now) => new()
    {
        AccountId = job.AccountId,
        Region = job.Region,
        VaultName = job.VaultName,
        Arn = snapshot.Arn.ToString(),
        SnapshotStorageId = snapshot.StorageId,
        ResourceArn = job.ResourceArn,
        ResourceName = job.ResourceName,
        RoleArn = job.RoleArn,
        Status = RecoveryPoint.Creating,
        CreatedAt = now,
        InitiatedAt = job.CreatedAt,
        Lifecycle = job.Lifecycle,
        EncryptionKeyArn = snapshot.KmsKeyId,
        RestoreMetadata = RestoreMetadata.Of(instance),
    };

    private static bool End(BackupJob job, string state, string? message, DateTimeOffset now)
    {
        (job.State, job.StatusMessage, job.CompletedAt) = (state, message, now);
        return true;
    }
}
