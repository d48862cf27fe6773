using RestoreDrill.Core.Drilling;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Control.Damaging;

namespace RestoreDrill.EndToEnd.Tests.Faults;

/// <summary>What goes wrong during a drill ends in a recorded verdict that is not Pass, a clear message, and nothing left behind.</summary>
[Collection(nameof(DisturbedSharedSandbox))]
public sealed class FaultyDrillTests(SharedSandbox shared)
{
    private static readonly string[] BeforeReadingCatalogs = [.. DrillPhases.All.TakeWhile(static phase => phase != DrillPhases.ReadingCatalog)];

    [Fact]
    public async Task Copy_deleted_under_our_feet_is_a_failed_drill()
    {
        await using var workbench = await CopiedAsync();
        CommandResult result;
        await using (var drill = workbench.Start("drill", Workbench.Database))
        {
            await using (var gate = await PhaseGate.BeforeEnteringIsSavedAsync(workbench, DrillPhases.Restoring))
            {
                await gate.WaitForArrivalAsync();
                await shared.Cloud.Vault.DeleteDBSnapshotAsync(new() { DBSnapshotIdentifier = await workbench.NewestCopyAsync() });
            }

            result = (await drill.WaitAsync()).MustExit(3);
        }

        await MustHaveEndedAsync(workbench, result, "fail", "DBSnapshotNotFound", "request id");
    }

    [Fact]
    public async Task Copy_that_rds_cannot_restore_is_a_failed_drill()
    {
        await using var workbench = await CopiedAsync();
        await shared.Sandbox.Control.DamageAsync(
            new SnapshotDamage { Snapshot = await workbench.NewestCopyAsync(), Fault = ServerFaults.RemoveControlFile }, CancellationToken.None);

        var result = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(3);

        await MustHaveEndedAsync(workbench, result, "fail", "incompatible-restore", "drill-failed.md");
    }

    [Fact]
    public async Task Parameters_that_keep_the_server_from_starting_are_inconclusive()
    {
        await using var workbench = await CopiedAsync();
        await shared.Cloud.CreateParameterGroupAsync(
            $"restoredrill-unstartable-{workbench.Installation}", ("max_logical_replication_workers", "0"), ("shared_buffers", "1073741823"));
        workbench.Set("Scratch:ParameterGroup", $"restoredrill-unstartable-{workbench.Installation}");

        var result = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(3);

        await MustHaveEndedAsync(workbench, result, "inconclusive", "incompatible-parameters", "not judged");
    }

    [Fact]
    public async Task Parameter_group_that_would_let_the_copy_act_is_refused_before_the_restore()
    {
        await using var workbench = await CopiedAsync();
        await shared.Cloud.CreateParameterGroupAsync($"acting-{workbench.Installation}", ("max_logical_replication_workers", "4"));
        workbench.Set("Scratch:ParameterGroup", $"acting-{workbench.Installation}");
        var before = shared.Sandbox.Control.Calls.Count;

        var result = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(3);

        await MustHaveEndedAsync(workbench, result, "inconclusive", "max_logical_replication_workers");
        Assert.DoesNotContain(shared.Sandbox.Control.Calls.Skip(before), static call => call.Action == "RestoreDBInstanceFromDBSnapshot");
    }

    [Fact]
    public async Task Key_that_is_pending_deletion_is_a_failed_drill()
    {
        await using var workbench = await CopiedAsync();
        shared.Sandbox.Control.SetKeyState("vault", Workbench.Region, "alias/restoredrill", "PendingDeletion");
        try
        {
            var result = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(3);
            await MustHaveEndedAsync(workbench, result, "fail", "PendingDeletion");
        }
        finally
        {
            shared.Sandbox.Control.SetKeyState("vault", Workbench.Region, "alias/restoredrill", "Enabled");
        }
    }

    [Fact]
    public async Task Password_reset_that_never_completes_is_inconclusive()
    {
        await using var workbench = await CopiedAsync();
        workbench.Set("Timing:PasswordReset", "00:00:04");
        shared.Sandbox.Control.Stall(new Stall(workbench.ScratchPrefix + "*", "resetting-master-credentials"));
        CommandResult result;
        await using (var drill = workbench.Start("drill", Workbench.Database))
        {
            await workbench.UntilPastAsync("drill", BeforeReadingCatalogs);
            shared.Sandbox.Control.Release(workbench.ScratchPrefix + "*");
            result = (await drill.WaitAsync()).MustExit(3);
        }

        await MustHaveEndedAsync(workbench, result, "inconclusive", "taking-control", "resetting-master-credentials");
    }

    [Theory]
    [InlineData(false, "53100")]
    [InlineData(true, "storage-full")]
    public async Task Full_disk_on_the_scratch_instance_is_inconclusive(bool rdsHasNoticed, string says)
    {
        await using var workbench = await CopiedAsync();
        await shared.Sandbox.Control.FillDiskAsync(new FullDisk(workbench.ScratchPrefix + "*", ShowStatus: rdsHasNoticed), CancellationToken.None);

        var result = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(3);

        await MustHaveEndedAsync(workbench, result, "inconclusive", says, "not judged");
    }

    [Fact]
    public async Task Scratch_instance_that_will_not_delete_keeps_the_verdict_and_is_a_defect()
    {
        await using var workbench = await CopiedAsync();
        workbench.Set("Timing:Remove", "00:00:04");
        shared.Sandbox.Control.Stall(new Stall(workbench.ScratchPrefix + "*", "deleting"));
        try
        {
            var result = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(1);
            Assert.Contains("scratch-left-behind.md", result.Everything, StringComparison.Ordinal);
            Assert.Equal("pass", await workbench.AskStoreAsync<string>("SELECT outcome FROM restoredrill.run WHERE kind = 'drill' AND defect IS NOT NULL"));
            var status = (await workbench.RunAsync("status")).MustExit(1);
            Assert.Contains("not removed", status.Everything, StringComparison.Ordinal);
        }
        finally
        {
            shared.Sandbox.Control.Release(workbench.ScratchPrefix + "*");
        }
    }

    [Fact]
    public async Task Empty_database_never_passes()
    {
        await shared.Cloud.CreateInstanceAsync("empty-prod", "alias/restoredrill", size: null);
        await using var workbench = await shared.NewWorkbenchAsync("empty-prod");
        workbench.Set("Databases:0:ExpectRowsIn", new System.Text.Json.Nodes.JsonArray());
        workbench.Set("Databases:0:Checks", new System.Text.Json.Nodes.JsonArray());
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);

        var result = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(3);

        await MustHaveEndedAsync(workbench, result, "fail", "0 rows");
    }

    [Fact]
    public async Task Clock_that_is_wrong_is_a_warning()
    {
        await using var workbench = await CopiedAsync();
        shared.Sandbox.Control.SetSkew(TimeSpan.FromMinutes(20));
        try
        {
            (await workbench.RunAsync("drill", Workbench.Database)).MustExit(0);
            Assert.Equal(1, await workbench.AskStoreAsync<long>(
                "SELECT count(*) FROM restoredrill.run_event WHERE kind = 'warning' AND message LIKE '%clock is 1___ s behind%' OR message LIKE '%clock is 1200 s behind%'"));
        }
        finally
        {
            shared.Sandbox.Control.SetSkew(TimeSpan.Zero);
        }
    }

    [Fact]
    public async Task Store_lost_during_a_drill_is_waited_for()
    {
        await using var store = await TemporaryPostgres.StartAsync(CancellationToken.None);
        await using var workbench = await CopiedAsync();
        await workbench.MoveToAsync(store.ConnectionString);
        await using var drill = workbench.Start("drill", Workbench.Database);
        await workbench.UntilPastAsync("drill", DrillPhases.WaitingForTurn, DrillPhases.Choosing, DrillPhases.CheckingTarget, DrillPhases.Restoring);
        await store.Cluster.KillAsync(CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System, CancellationToken.None);
        await store.Cluster.StartAsync(CancellationToken.None);

        (await drill.WaitAsync()).MustExit(0);
        Assert.Empty(await shared.Cloud.InstancesAsync(workbench.ScratchPrefix));
    }

    private async Task<Workbench> CopiedAsync()
    {
        var workbench = await shared.NewWorkbenchAsync();
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        return workbench;
    }

    private async Task MustHaveEndedAsync(Workbench workbench, CommandResult result, string outcome, params string[] words)
    {
        Assert.All(words, word => Assert.Contains(word, result.Everything, StringComparison.Ordinal));
        Assert.Equal(outcome, await workbench.AskStoreAsync<string>("SELECT outcome FROM restoredrill.run WHERE kind = 'drill' AND defect IS NULL"));
        Assert.Equal(0, await workbench.AskStoreAsync<long>("SELECT count(*) FROM restoredrill.birth_certificate"));
        Assert.Empty(await shared.Cloud.InstancesAsync(workbench.ScratchPrefix));
    }
}
