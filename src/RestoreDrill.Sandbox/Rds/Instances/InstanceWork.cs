using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Rds.Snapshots;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>The steps of an instance: the status it shows meanwhile, the real work, and how long it lasts at least.</summary>
internal sealed class InstanceWork(
    AccountStates states, StateDirectory directory, SandboxClock clock, Pace pace, Stalls stalls, FullDisks disks, InstanceServers servers,
    SnapshotTaking snapshots)
{
    public Task DoAsync(DbInstance instance, InstanceStep step, CancellationToken ct) => step.Kind switch
    {
        InstanceStepKind.Create => CreateAsync(instance, ct),
        InstanceStepKind.Restore => RestoreAsync(instance, step, ct),
        InstanceStepKind.Modify => ModifyAsync(instance, ct),
        InstanceStepKind.BackUp => BackUpAsync(instance, step, ct),
        InstanceStepKind.ResetPassword => ResetPasswordAsync(instance, ct),
        InstanceStepKind.Reboot => RebootAsync(instance, ct),
        InstanceStepKind.LoseKey => LoseKeyAsync(instance, ct),
        InstanceStepKind.Delete => DeleteAsync(instance, ct),
        _ => throw new InvalidOperationException($"Unknown step {step.Kind}."),
    };

    /// <summary>The status of an instance for which a step could not be done.</summary>
    public static string FailedStatus(InstanceStep step, Exception failure) => (step.Kind, failure) switch
    {
        (_, PostgresStartException { Failure: StartFailure.Parameters or StartFailure.ParametersTooLowForData }) => InstanceStatus.IncompatibleParameters,
        (InstanceStepKind.Restore, _) => InstanceStatus.IncompatibleRestore,
        _ => InstanceStatus.Failed,
    };

    private async Task CreateAsync(DbInstance instance, CancellationToken ct)
    {
        var due = clock.GetUtcNow() + pace.Create;
        var password = instance.PendingMasterPassword ?? throw new InvalidOperationException("A new instance has no master password.");
        await servers.CreateAsync(instance, password, ct);
        await HoldAsync(instance, InstanceStatus.Creating, due, ct);
        Ready(instance);
        await FillDiskAsync(instance, ct);
    }

    private async Task RestoreAsync(DbInstance instance, InstanceStep step, CancellationToken ct)
    {
        var due = clock.GetUtcNow() + pace.Create;
        await servers.RestoreAsync(instance, step.SnapshotStorageId!, ct);
        await HoldAsync(instance, InstanceStatus.Creating, due, ct);
        Ready(instance);
        await FillDiskAsync(instance, ct);
    }

    private async Task FillDiskAsync(DbInstance instance, CancellationToken ct)
    {
        if (disks.Find(instance.AccountId, instance.Identifier) is not { } full || servers.Find(instance) is not { } cluster)
        {
            return;
        }

        await FullDisks.FillAsync(cluster, ct);
        if (full.ShowStatus)
        {
            Show(instance, InstanceStatus.StorageFull);
        }
    }

    private async Task ModifyAsync(DbInstance instance, CancellationToken ct)
    {
        Show(instance, InstanceStatus.Modifying);
        await HoldAsync(instance, InstanceStatus.Modifying, clock.GetUtcNow() + pace.Modify, ct);
        Change(instance, () =>
        {
            instance.Settings = instance.PendingSettings ?? instance.Settings;
            instance.PendingSettings = null;
            instance.PendingChanges.Clear();
        });
    }

    private async Task BackUpAsync(DbInstance instance, InstanceStep step, CancellationToken ct)
    {
        Show(instance, InstanceStatus.BackingUp);
        var cluster = servers.Find(instance) ?? throw new InvalidOperationException($"The instance {instance.Identifier} has no server to back up.");
        await snapshots.TakeAsync(snapshots.Begin(instance, step), cluster, ct);
        await HoldAsync(instance, InstanceStatus.BackingUp, clock.GetUtcNow(), ct);
    }

    private async Task ResetPasswordAsync(DbInstance instance, CancellationToken ct)
    {
        await clock.Until(clock.GetUtcNow() + pace.BeforeReset, ct);
        Show(instance, InstanceStatus.Resetting);
        await HoldAsync(instance, InstanceStatus.Resetting, clock.GetUtcNow() + pace.Reset, ct);
        var cluster = servers.Find(instance) ?? throw new InvalidOperationException($"The instance {instance.Identifier} has no server.");
        if (instance.PendingMasterPassword is { } password)
        {
            await RdsRoles.SetMasterPasswordAsync(cluster, instance.Settings.MasterUsername, password, ct);
            Change(instance, () => instance.PendingMasterPassword = instance.PendingMasterPassword == password ? null : instance.PendingMasterPassword);
        }
    }

    private async Task RebootAsync(DbInstance instance, CancellationToken ct)
    {
        var due = clock.GetUtcNow() + pace.Modify;
        await servers.RestartAsync(instance, ct);
        await HoldAsync(instance, InstanceStatus.Rebooting, due, ct);
        Change(instance, () => (instance.Port, instance.ParameterApplyStatus) = (servers.Find(instance)?.Port, "in-sync"));
    }

    private async Task LoseKeyAsync(DbInstance instance, CancellationToken ct)
    {
        Change(instance, () => (instance.StatusReason, instance.Port) = ("The grant on its KMS key was revoked.", null));
        await servers.CloseAsync(instance, ct);
    }

    private async Task DeleteAsync(DbInstance instance, CancellationToken ct)
    {
        await HoldAsync(instance, InstanceStatus.Deleting, clock.GetUtcNow() + pace.Delete, ct);
        await servers.DeleteAsync(instance, ct);
        List<DbSnapshot> gone;
        lock (states.Gate)
        {
            var state = states.Of(instance.AccountId);
            gone = instance.KeepAutomatedBackups ? [] : [.. state.Snapshots.Where(s => s.IsAutomated && s.DbiResourceId == instance.DbiResourceId)];
            state.Snapshots.RemoveAll(gone.Contains);
            state.Instances.Remove(instance);
            if (instance.KeepAutomatedBackups && instance.Settings.BackupRetentionPeriod > 0)
            {
                state.RetainedBackups.Add(new RetainedBackup(instance, clock.GetUtcNow()));
            }

            states.Save(state);
        }

        foreach (var snapshot in gone)
        {
            await PostgresCluster.RemoveAsync(directory.SnapshotData(snapshot.StorageId), ct);
            await PostgresCluster.RemoveAsync(directory.UndamagedData(snapshot.StorageId), ct);
        }
    }

    private void Ready(DbInstance instance) => Change(instance, () =>
    {
        instance.Port = servers.Find(instance)?.Port;
        instance.CreatedAt = clock.GetUtcNow();
        instance.PendingMasterPassword = null;
        instance.StatusReason = null;
    });

    private async Task HoldAsync(DbInstance instance, string status, DateTimeOffset until, CancellationToken ct)
    {
        await clock.Until(until, ct);
        await stalls.Pass(StalledKind.Instance, instance.AccountId, instance.Identifier, status, ct);
    }

    private void Show(DbInstance instance, string status) =>
        Change(instance, () => instance.Status = instance.Status is InstanceStatus.Deleting or InstanceStatus.StorageFull or InstanceStatus.Inaccessible ? instance.Status : status);

    private void Change(DbInstance instance, Action change)
    {
        lock (states.Gate)
        {
            change();
            states.Save(states.Of(instance.AccountId));
        }
    }
}
