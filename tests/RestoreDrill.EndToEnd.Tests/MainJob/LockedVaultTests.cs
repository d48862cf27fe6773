using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Control.Damaging;

namespace RestoreDrill.EndToEnd.Tests.MainJob;

/// <summary>The main job by AWS Backup: into the locked vault, and out of it into a drill.</summary>
public sealed class LockedVaultTests(SharedSandbox shared)
{
    [Fact]
    public async Task Copy_in_the_locked_vault_is_proven_against_its_source_then_found_damaged()
    {
        await using var workbench = await shared.NewWorkbenchAsync(new ProtectedInstance(Workbench.Database, SharedSandbox.Instance, "OldRows"));
        workbench.CopyByBackup();
        var check = (await workbench.RunAsync("config", "check")).MustExit(0);
        Assert.Contains("holds: compliance lock of backup vault restoredrill-copies", check.Everything, StringComparison.Ordinal);

        var copied = (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        Assert.Contains("holds: compliance lock of backup vault restoredrill-copies", copied.Everything, StringComparison.Ordinal);
        Assert.Contains("stays until", copied.Everything, StringComparison.Ordinal);
        var drilled = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(0);
        Assert.Contains("matches its source", drilled.Everything, StringComparison.Ordinal);
        Assert.Contains("holds: compliance lock", drilled.Everything, StringComparison.Ordinal);
        (await workbench.RunAsync("status")).MustExit(0);

        var copy = Assert.Single(await Cloud.CopiesAsync(shared.Cloud.Vault, workbench.Installation));
        await shared.Sandbox.Control.DamageAsync(
            new SnapshotDamage { Snapshot = copy.DBSnapshotIdentifier, Fault = RowFaults.SwapValues, Database = "courses", Table = "students", Column = "credit" },
            CancellationToken.None);
        var failed = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(3);
        Assert.Contains("courses.public.students", failed.Everything, StringComparison.Ordinal);
        Assert.Empty(await shared.Cloud.InstancesAsync(workbench.ScratchPrefix));
    }

    [Fact]
    public async Task Retention_outside_the_locks_range_is_found_by_config_check()
    {
        await using var workbench = await shared.NewWorkbenchAsync();
        workbench.CopyByBackup();
        workbench.Settings["Backup"] = new System.Text.Json.Nodes.JsonObject { ["RetentionDays"] = 366 };
        workbench.Save();

        var check = (await workbench.RunAsync("config", "check")).MustExit(1);

        Assert.Contains("its lock takes 7 to 365 days, and Backup:RetentionDays is 366", check.Everything, StringComparison.Ordinal);
    }
}
