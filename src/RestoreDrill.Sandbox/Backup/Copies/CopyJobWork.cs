using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Jobs;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Kms;
using RestoreDrill.Sandbox.Rds.Snapshots;

namespace RestoreDrill.Sandbox.Backup.Copies;

/// <summary>
/// Takes copy jobs on: the snapshot behind the recovery point is copied into the destination's account, under the key of the destination vault, and followed
/// until it is there. Call with the states held; saves the destination's state before the caller saves the job's.
/// </summary>
internal sealed class CopyJobWork(AccountStates states, CopyRules rules, KeyUse keys, SnapshotLifecycle snapshots, PointRemoval removal)
{
    /// <summary>Does what can be done for an open job now.</summary>
    /// <returns>Whether the job has changed.</returns>
    public bool GoOn(AccountState state, CopyJob job, DateTimeOffset now) => job.State == JobState.Created ? Start(state, job, now) : Follow(job, now);

    private bool Start(AccountState state, CopyJob job, DateTimeOffset now)
    {
        var source = state.Backup.RecoveryPoints.Find(point => point.Arn == job.SourcePointArn && point.IsCompleted);
        var snapshot = state.Snapshots.Find(candidate => candidate.StorageId == source?.SnapshotStorageId);
        if (source is null || snapshot is null)
        {
            return End(job, JobState.Failed, $"Cannot find recovery point {job.SourcePointArn}.", now);
        }

        var target = Target(job);
        var vault = VaultAt(target);
        if (rules.Refusal(job, source, target, vault) is { } refusal)
        {
            return End(job, JobState.Failed, refusal, now);
        }

        var destination = states.Of(target.AccountId);
        job.DestinationLifecycle = CopyRules.LifecycleOf(job.Lifecycle, source.Lifecycle);
        var copy = destination.Snapshots.Find(candidate => candidate.Identifier == Identifier(job))
            ?? Begin(destination, job, source, snapshot, vault!, now);
        (job.DestinationPointArn, job.DestinationKeyArn) = (copy.Arn.ToString(), copy.KmsKeyId);
        (job.DestinationLockState, job.State) = (VaultJson.LockState(vault!), JobState.Running);
        return true;
    }

    /// <summary>Named by the job, so that a job taken up again after a restart finds what it had begun.</summary>
    private static string Identifier(CopyJob job) => $"awsbackup:copyjob-{job.Id}";

    private DbSnapshot Begin(AccountState destination, CopyJob job, RecoveryPoint source, DbSnapshot snapshot, BackupVault vault, DateTimeOffset now)
    {
        var copy = NewSnapshot.CopyOf(
            snapshot, vault.AccountId, vault.Region, Identifier(job), DbSnapshot.AwsBackup, vault.EncryptionKeyArn, snapshot.Tags, now);
        destination.Snapshots.Add(copy);
        destination.Backup.RecoveryPoints.Add(new RecoveryPoint
        {
            AccountId = vault.AccountId,
            Region = vault.Region,
            VaultName = vault.Name,
            Arn = copy.Arn.ToString(),
            SnapshotStorageId = copy.StorageId,
            ResourceArn = source.ResourceArn,
            ResourceName = source.ResourceName,
            SourceVaultArn = job.SourceVaultArn,
            RoleArn = job.RoleArn,
            Status = RecoveryPoint.Creating,
            CreatedAt = source.CreatedAt,
            InitiatedAt = job.CreatedAt,
            Lifecycle = job.DestinationLifecycle,
            EncryptionKeyArn = copy.KmsKeyId,
            RestoreMetadata = source.RestoreMetadata,
        });
        keys.Keep(copy.KmsKeyId, copy.StorageId, copy.DbiResourceId);
        states.Save(destination);
        snapshots.Copy(copy);
        return copy;
    }

    private bool Follow(CopyJob job, DateTimeOffset now)
    {
        var destination = states.Of(Target(job).AccountId);
        var copy = destination.Snapshots.Find(candidate => candidate.Identifier == Identifier(job));
        var point = destination.Backup.RecoveryPoints.Find(candidate => candidate.Arn == job.DestinationPointArn);
        switch (copy?.Status)
        {
            case SnapshotStatus.Creating:
                return false;
            case SnapshotStatus.Available when point is not null:
                (point.Status, point.CompletedAt) = (RecoveryPoint.Completed, now);
                states.Save(destination);
                return End(job, JobState.Completed, null, now);
            default:
                if (point is not null)
                {
                    removal.Remove(destination, point);
                    states.Save(destination);
                }

                // RDS's text.
                return End(job, JobState.Failed, copy?.StatusReason ?? "The copy of the snapshot is no longer available.", now);
        }
    }

    private static VaultArn Target(CopyJob job) =>
        VaultArn.TryParse(job.DestinationVaultArn) ?? throw new InvalidOperationException($"{job.DestinationVaultArn} is not a vault's ARN.");

    private BackupVault? VaultAt(VaultArn arn) => states.All.SelectMany(state => state.Backup.Vaults).FirstOrDefault(vault => vault.Arn == arn);

    private static bool End(CopyJob job, string state, string? message, DateTimeOffset now)
    {
        (job.State, job.StatusMessage, job.CompletedAt) = (state, message, now);
        return true;
    }
}
