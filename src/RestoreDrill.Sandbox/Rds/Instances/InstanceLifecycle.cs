using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>Takes each instance through its steps, one at a time, in the background.</summary>
internal sealed class InstanceLifecycle(AccountStates states, InstanceWork work) : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<string, (Task Task, CancellationTokenSource Abandon)> running = [];

    /// <summary>Sees to it that somebody carries out the instance's steps. Call with the states held.</summary>
    public void Continue(DbInstance instance)
    {
        if (instance.Steps.Count > 0 && !running.ContainsKey(instance.DbiResourceId))
        {
            var abandon = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            running[instance.DbiResourceId] = (Task.Run(() => RunAsync(instance, abandon.Token), CancellationToken.None), abandon);
        }
    }

    /// <summary>Takes the instance's storage away: its key cannot be used any more. Its server goes once what is under way is over. Call with the states held.</summary>
    public void LoseKey(DbInstance instance)
    {
        if (instance.Status is not (InstanceStatus.Deleting or InstanceStatus.Inaccessible))
        {
            instance.Status = InstanceStatus.Inaccessible;
            instance.Steps.Add(new InstanceStep(InstanceStepKind.LoseKey));
            Continue(instance);
        }
    }

    /// <summary>Gives up what is under way, except a snapshot, and deletes the instance. Call with the states held.</summary>
    public void Delete(DbInstance instance, string? finalSnapshotStorageId)
    {
        var snapshots = instance.Steps.Where(step => step is { Kind: InstanceStepKind.BackUp, SnapshotStorageId: not null }).ToList();
        var first = instance.Steps.FirstOrDefault();
        instance.Steps.Clear();
        instance.Steps.AddRange(snapshots);
        if (finalSnapshotStorageId is not null)
        {
            instance.Steps.Add(new InstanceStep(InstanceStepKind.BackUp, finalSnapshotStorageId));
        }

        instance.Steps.Add(new InstanceStep(InstanceStepKind.Delete));
        if (first?.Kind is not (null or InstanceStepKind.BackUp) && running.Remove(instance.DbiResourceId, out var run))
        {
            run.Abandon.Cancel();
            var abandon = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            running[instance.DbiResourceId] = (Task.Run(() => RunAfterAsync(run.Task, instance, abandon.Token), CancellationToken.None), abandon);
        }
        else
        {
            Continue(instance);
        }
    }

    /// <summary>Stops where each instance is; its steps stay on disk for the next start.</summary>
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

    private async Task RunAfterAsync(Task before, DbInstance instance, CancellationToken ct)
    {
        await before;
        await RunAsync(instance, ct);
    }

    private async Task RunAsync(DbInstance instance, CancellationToken ct)
    {
        while (Next(instance, ct) is { } step)
        {
            try
            {
                await work.DoAsync(instance, step, ct);
                Done(instance, step);
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                // Abandoned for a deletion or a stop: whatever came of it does not count.
                return;
            }
            catch (Exception failure)
            {
                // What RDS does when it cannot go on: the instance says so until somebody deletes it.
                lock (states.Gate)
                {
                    instance.Status = InstanceWork.FailedStatus(step, failure);
                    instance.StatusReason = failure.Message;
                    instance.Steps.RemoveAll(later => later.Kind != InstanceStepKind.Delete || ReferenceEquals(later, step));
                    states.Save(states.Of(instance.AccountId));
                }
            }
        }
    }

    private InstanceStep? Next(DbInstance instance, CancellationToken ct)
    {
        lock (states.Gate)
        {
            if (ct.IsCancellationRequested)
            {
                return null;
            }

            if (instance.Steps.FirstOrDefault() is { } step)
            {
                return step;
            }

            running.Remove(instance.DbiResourceId);
            return null;
        }
    }

    private void Done(DbInstance instance, InstanceStep step)
    {
        lock (states.Gate)
        {
            if (instance.Steps.Count > 0 && ReferenceEquals(instance.Steps[0], step))
            {
                instance.Steps.RemoveAt(0);
            }

            if (instance.Steps.Count == 0 && instance.Status is not (InstanceStatus.Deleting or InstanceStatus.StorageFull or InstanceStatus.Inaccessible))
            {
                instance.Status = InstanceStatus.Available;
            }

            states.Save(states.Of(instance.AccountId));
        }
    }
}
