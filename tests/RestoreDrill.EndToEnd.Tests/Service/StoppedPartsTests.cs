using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Service;

/// <summary>What runs need is killed while a drill and a copy run are under way, and comes back: the store after 30 s, the cloud's endpoint after 60 s.</summary>
public sealed class StoppedPartsTests(SharedSandbox shared)
{
    private static readonly string[] BeforeControl = ["waiting-for-turn", "looking-at-guard-rails", "choosing", "checking-target", "restoring", "waiting-for-available"];

    [Fact]
    public Task Runs_outlive_a_store_away_for_30_s_and_an_endpoint_away_for_60_s() => Task.WhenAll(StoreAwayAsync(), EndpointAwayAsync());

    private async Task StoreAwayAsync()
    {
        await using var store = await OwnStore.StartAsync();
        shared.Sandbox.Control.Install("storeaway");
        await using var workbench = new Workbench(
            SandboxAccess.To(shared.Sandbox), shared.Cloud, "storeaway", store.ConnectionString, new ProtectedInstance(Workbench.Database, SharedSandbox.Instance)).ForService();
        workbench.TakeTime();
        (await workbench.RunAsync("db", "migrate")).MustExit(0);
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        await using var service = await ServiceProcess.StartAsync(workbench);
        await service.Dashboard.TriggerAsync($"drill:{Workbench.Database}");
        await workbench.UntilPastAsync("drill", BeforeControl);
        await service.Dashboard.TriggerAsync($"copy:{Workbench.Database}");
        await workbench.UntilPastAsync("copy", "waiting-for-turn", "finished");

        await store.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System, CancellationToken.None);
        Assert.StartsWith("503", await service.ReadinessAsync(), StringComparison.Ordinal);
        await Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System, CancellationToken.None);
        await store.StartAgainAsync();

        await MustEndWellOnceAsync(workbench, service);
        await service.WaitUntilReadyAsync();
        Assert.Empty(await shared.Cloud.InstancesAsync(workbench.ScratchPrefix));
        Assert.Equal(2, (await Cloud.SnapshotsAsync(shared.Cloud.Vault, workbench.CopyPrefix)).Count);
        Assert.Empty(await Cloud.SnapshotsAsync(shared.Cloud.Source, workbench.StagingPrefix));
        Assert.Single(shared.CallsOf(workbench), static call => call.Action == "RestoreDBInstanceFromDBSnapshot");
    }

    private async Task EndpointAwayAsync()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        using var cloud = new Cloud(sandbox.Access);
        await cloud.PrepareVaultAsync();
        await cloud.CreateInstanceAsync(SharedSandbox.Instance, "alias/restoredrill", SampleSize.Small);
        await using var workbench = (await shared.NewWorkbenchAsync(sandbox.Access, cloud, new ProtectedInstance(Workbench.Database, SharedSandbox.Instance))).ForService();
        workbench.TakeTime();
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        await using var service = await ServiceProcess.StartAsync(workbench);
        await service.Dashboard.TriggerAsync($"drill:{Workbench.Database}");
        await workbench.UntilPastAsync("drill", BeforeControl);
        await service.Dashboard.TriggerAsync($"copy:{Workbench.Database}");
        await workbench.UntilPastAsync("copy", "waiting-for-turn", "finished");

        await sandbox.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(60), TimeProvider.System, CancellationToken.None);
        var open = Assert.Single(await workbench.RunsAsync("drill"));
        Assert.True(open.FinishedAt is null, $"the drill gave up: {open}");
        await sandbox.StartAgainAsync();

        await MustEndWellOnceAsync(workbench, service);
        Assert.Empty(await cloud.InstancesAsync(workbench.ScratchPrefix));
        Assert.Equal(2, (await Cloud.SnapshotsAsync(cloud.Vault, workbench.CopyPrefix)).Count);
        Assert.Empty(await Cloud.SnapshotsAsync(cloud.Source, workbench.StagingPrefix));
        Assert.Equal(1, await workbench.AskStoreAsync<long>(
            "SELECT count(*) FROM restoredrill.run_event WHERE kind = 'call' AND operation = 'rds:RestoreDBInstanceFromDBSnapshot'"));
    }

    private static async Task MustEndWellOnceAsync(Workbench workbench, ServiceProcess service)
    {
        try
        {
            var drill = Assert.Single(await workbench.UntilFinishedAsync("drill", 1, TimeSpan.FromSeconds(120)));
            Assert.True((drill.Outcome, drill.Defect) is ("pass", null), drill.ToString());
            Assert.All(
                await workbench.UntilFinishedAsync("copy", 2, TimeSpan.FromSeconds(120)), static copy => Assert.True((copy.Outcome, copy.Defect) is ("copied", null), copy.ToString()));
        }
        catch (Exception e) when (e is TimeoutException or Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{e.Message}\n{(await workbench.RunAsync("explain", "latest")).Everything}\n{service.Log}", e);
        }
    }
}
