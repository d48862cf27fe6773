using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Rds.Instances;
using RestoreDrill.Sandbox.Rds.Snapshots;

namespace RestoreDrill.Sandbox.Rds;

/// <summary>Brings back what an earlier sandbox left: the servers of its instances, and what was under way.</summary>
internal sealed class Resumption(
    AccountStates states, StateDirectory directory, InstanceServers servers, InstanceLifecycle instances, SnapshotLifecycle snapshots)
{
    /// <summary>How often a directory is tried to be removed, and how long in between.</summary>
    private const int Attempts = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task RunAsync(CancellationToken ct)
    {
        List<DbInstance> withServer;
        lock (states.Gate)
        {
            withServer = [.. states.All.SelectMany(state => state.Instances).Where(instance => instance.Port is not null)];
        }

        await RemoveLeftoversAsync(ct);
        await Parallel.ForEachAsync(withServer, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = ct }, ReopenAsync);
        lock (states.Gate)
        {
            foreach (var state in states.All)
            {
                Resume(state);
                states.Save(state);
            }
        }
    }

    private void Resume(AccountState state)
    {
        foreach (var snapshot in state.Snapshots.Where(snapshot => snapshot.Status == SnapshotStatus.Creating))
        {
            if (snapshot.CopiedFromStorageId is not null)
            {
                snapshots.Copy(snapshot);
            }
            else if (!state.Instances.Any(instance => instance.Steps.Any(step => step.SnapshotStorageId == snapshot.StorageId)) && !snapshot.IsAutomated)
            {
                (snapshot.Status, snapshot.StatusReason) = (SnapshotStatus.Failed, "The sandbox was stopped while it took this snapshot.");
            }
        }

        foreach (var instance in state.Instances)
        {
            instances.Continue(instance);
        }
    }

    private async ValueTask ReopenAsync(DbInstance instance, CancellationToken ct)
    {
        string? reason = null;
        try
        {
            await servers.ReopenAsync(instance, ct);
        }
        catch (PostgresStartException failure)
        {
            reason = failure.Message;
        }

        lock (states.Gate)
        {
            instance.Port = servers.Find(instance)?.Port;
            if (reason is not null)
            {
                (instance.Status, instance.StatusReason) = (InstanceStatus.IncompatibleParameters, reason);
            }
        }
    }

    // What a killed sandbox had not finished removing, or had begun to write.
    private async Task RemoveLeftoversAsync(CancellationToken ct)
    {
        HashSet<string> known;
        lock (states.Gate)
        {
            known =
            [
                .. states.All.SelectMany(state => state.Instances).Select(instance => directory.InstanceData(instance.DbiResourceId)),
                .. states.All.SelectMany(state => state.Snapshots).Select(snapshot => directory.SnapshotData(snapshot.StorageId)),
                .. states.All.SelectMany(state => state.Snapshots).Select(snapshot => directory.UndamagedData(snapshot.StorageId)),
            ];
        }

        string[] places = [directory.InstanceData("x"), directory.SnapshotData("x"), directory.UndamagedData("x")];
        foreach (var parent in places.Select(static place => Path.GetDirectoryName(place)!))
        {
            foreach (var entry in Directory.Exists(parent) ? Directory.GetDirectories(parent) : [])
            {
                if (!known.Contains(entry))
                {
                    await RemoveAsync(entry, ct);
                }
            }
        }
    }

    // A process that was copying when its sandbox was killed outlives it, and may write into the directory still.
    private static async Task RemoveAsync(string entry, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await PostgresCluster.RemoveAsync(entry, ct);
                return;
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                await Task.Delay(Pause, TimeProvider.System, ct);
            }
        }
    }
}
