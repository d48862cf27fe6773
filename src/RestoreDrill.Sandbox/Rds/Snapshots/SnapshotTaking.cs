using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Rds.Instances;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

/// <summary>Takes snapshots of running instances, and shows how far it is.</summary>
internal sealed class SnapshotTaking(AccountStates states, StateDirectory directory, SandboxClock clock, Pace pace, Stalls stalls)
{
    private const int Ticks = 4;

    /// <summary>The snapshot that a step is to take: the one it names, or a new automated one, which it then names.</summary>
    public DbSnapshot Begin(DbInstance instance, InstanceStep step)
    {
        lock (states.Gate)
        {
            var state = states.Of(instance.AccountId);
            if (step.SnapshotStorageId is { } storageId)
            {
                return state.Snapshots.First(snapshot => snapshot.StorageId == storageId);
            }

            var now = clock.GetUtcNow();
            state.Snapshots.RemoveAll(snapshot => snapshot.IsAutomated && snapshot.DbiResourceId == instance.DbiResourceId
                && (snapshot.Status != SnapshotStatus.Available || snapshot.CreatedAt < now.AddDays(-instance.Settings.BackupRetentionPeriod)));
            var automated = NewSnapshot.Automated(instance, now);
            state.Snapshots.Add(automated);
            states.Save(state);
            return automated;
        }
    }

    public async Task TakeAsync(DbSnapshot snapshot, PostgresCluster cluster, CancellationToken ct)
    {
        var started = clock.GetUtcNow();
        var data = directory.SnapshotData(snapshot.StorageId);
        try
        {
            // A sandbox that was stopped after this and before the end finds the data there.
            if (snapshot.CreatedAt is null)
            {
                await PostgresCluster.RemoveAsync(data, ct);
                var taken = await CrashConsistentCopy.TakeAsync(cluster, data, ct);
                Change(snapshot, () => snapshot.CreatedAt = snapshot.OriginallyCreatedAt = snapshot.DatabaseTime = taken.TakenAt);
            }

            await ProgressAsync(snapshot, started, pace.Snapshot, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Change(snapshot, () => (snapshot.Status, snapshot.StatusReason) = (SnapshotStatus.Failed, failure.Message));
        }
    }

    /// <summary>Walks the percentage up to 100 over the time given, and the status to available.</summary>
    public async Task ProgressAsync(DbSnapshot snapshot, DateTimeOffset started, TimeSpan length, CancellationToken ct)
    {
        for (var tick = 1; tick <= Ticks; tick++)
        {
            await clock.Until(started + (length * tick / Ticks), ct);
            if (tick < Ticks)
            {
                Change(snapshot, () => snapshot.PercentProgress = 100 * tick / Ticks);
            }
        }

        await stalls.Pass(StalledKind.Snapshot, snapshot.AccountId, snapshot.Identifier, SnapshotStatus.Creating, ct);
        Change(snapshot, () =>
        {
            snapshot.PercentProgress = 100;
            snapshot.Status = SnapshotStatus.Available;
        });
    }

    public void Change(DbSnapshot snapshot, Action change)
    {
        lock (states.Gate)
        {
            change();
            states.Save(states.Of(snapshot.AccountId));
        }
    }
}
