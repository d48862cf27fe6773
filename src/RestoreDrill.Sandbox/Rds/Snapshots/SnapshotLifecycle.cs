using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Clusters;

namespace RestoreDrill.Sandbox.Rds.Snapshots;

/// <summary>Copies and removes snapshots in the background. Copies of one source instance queue behind one another, as on RDS.</summary>
internal sealed class SnapshotLifecycle(AccountStates states, StateDirectory directory, SandboxClock clock, Pace pace, SnapshotTaking taking) : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<string, (Task Task, CancellationTokenSource Abandon)> running = [];
    private readonly Dictionary<string, SemaphoreSlim> queues = [];

    /// <summary>Begins a copy, or begins it again after a restart. Call with the states held.</summary>
    public void Copy(DbSnapshot copy)
    {
        var abandon = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        var key = $"{copy.AccountId}/{copy.Region}/{copy.DbiResourceId}";
        if (!queues.TryGetValue(key, out var queue))
        {
            queues.Add(key, queue = new SemaphoreSlim(1, 1));
        }

        running[copy.StorageId] = (Task.Run(() => RunAsync(copy, queue, abandon.Token), CancellationToken.None), abandon);
    }

    /// <summary>Removes the data of a snapshot whose record is gone. Call with the states held.</summary>
    public void Remove(DbSnapshot snapshot)
    {
        var before = Task.CompletedTask;
        if (running.Remove(snapshot.StorageId, out var run))
        {
            run.Abandon.Cancel();
            before = run.Task;
        }

        running[snapshot.StorageId] = (Task.Run(() => RemoveAsync(snapshot, before), CancellationToken.None), new CancellationTokenSource());
    }

    /// <summary>Stops copying; a copy on the way begins again at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        Task[] tasks;
        lock (states.Gate)
        {
            tasks = [.. running.Values.Select(run => run.Task)];
        }

        await Task.WhenAll(tasks);
        stopping.Dispose();
    }

    private async Task RunAsync(DbSnapshot copy, SemaphoreSlim queue, CancellationToken ct)
    {
        try
        {
            await queue.WaitAsync(ct);
            try
            {
                await CopyAsync(copy, ct);
            }
            finally
            {
                queue.Release();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure)
        {
            taking.Change(copy, () => (copy.Status, copy.StatusReason) = (SnapshotStatus.Failed, failure.Message));
        }

        lock (states.Gate)
        {
            running.Remove(copy.StorageId);
        }
    }

    private async Task CopyAsync(DbSnapshot copy, CancellationToken ct)
    {
        var started = clock.GetUtcNow();
        var data = directory.SnapshotData(copy.StorageId);
        await PostgresCluster.RemoveAsync(data, ct);
        await CrashConsistentCopy.ShareAtRestAsync(directory.SnapshotData(copy.CopiedFromStorageId!), data, ct);
        lock (states.Gate)
        {
            // "If you delete a source snapshot before the target snapshot becomes available, the snapshot copy may fail."
            if (!states.All.Any(state => state.Snapshots.Any(source => source.StorageId == copy.CopiedFromStorageId)))
            {
                throw new InvalidOperationException("The source snapshot was deleted before the copy was available.");
            }

            copy.CreatedAt = clock.GetUtcNow();
        }

        await taking.ProgressAsync(copy, started, pace.Copy, ct);
    }

    private async Task RemoveAsync(DbSnapshot snapshot, Task before)
    {
        await before;
        await PostgresCluster.RemoveAsync(directory.SnapshotData(snapshot.StorageId), CancellationToken.None);
        await PostgresCluster.RemoveAsync(directory.UndamagedData(snapshot.StorageId), CancellationToken.None);
        lock (states.Gate)
        {
            running.Remove(snapshot.StorageId);
        }
    }
}
