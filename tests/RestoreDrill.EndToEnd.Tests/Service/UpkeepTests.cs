using Amazon.RDS.Model;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Service;

/// <summary>What the service looks after beside runs: instances left behind, runs that did not happen, and its own end.</summary>
public sealed class UpkeepTests(SharedSandbox shared)
{
    [Fact]
    public async Task Orphans_are_removed_only_where_the_store_is_believable()
    {
        await using var workbench = (await shared.NewWorkbenchAsync()).ForService();
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        var copy = await workbench.NewestCopyAsync();
        await using var empty = (await shared.NewWorkbenchAsync()).ForService();
        await using var service = await ServiceProcess.StartAsync(workbench);
        await using var newlyMade = await ServiceProcess.StartAsync(empty);
        var known = await OrphanAsync(workbench.Installation, copy);
        var unknown = await OrphanAsync(empty.Installation, copy);
        try
        {
            await service.Dashboard.TriggerAsync("sweep");
            await newlyMade.Dashboard.TriggerAsync("sweep");

            await workbench.UntilIncidentAsync($"scratch removed: {known}: ", TimeSpan.FromSeconds(30));
            await empty.UntilIncidentAsync($"scratch left: {unknown}: ", TimeSpan.FromSeconds(30));
            await shared.Cloud.UntilGoneAsync(known);
            Assert.Single(await shared.Cloud.InstancesAsync(empty.ScratchPrefix));
        }
        finally
        {
            await shared.Cloud.RemoveInstanceAsync(unknown);
        }
    }

    [Fact]
    public async Task Drill_missed_is_recorded_and_one_cut_off_by_shutdown_goes_on_elsewhere()
    {
        await using var workbench = (await shared.NewWorkbenchAsync()).ForService();
        var half = (TimeProvider.System.GetUtcNow().Minute + 30) % 60;
        workbench.Set("Databases:0:Schedule:Drill:Cron", $"{half} * * * *");
        workbench.Set("Databases:0:Schedule:Drill:Grace", "00:01:00");
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        var first = await ServiceProcess.StartAsync(workbench);
        await using var second = await ServiceProcess.StartAsync(workbench);
        await using (first)
        {
            // Stands in the reading when it is told to stop.
            await using (var gate = await PhaseGate.InsideAsync(workbench, DrillPhases.Reading))
            {
                await second.StopAsync();
                await first.Dashboard.TriggerAsync($"drill:{Workbench.Database}");
                await gate.WaitForArrivalAsync();
                Assert.Equal(0, await first.StopAsync());
            }
        }

        await using var third = await ServiceProcess.StartAsync(workbench);
        var drill = Assert.Single(await workbench.UntilFinishedAsync("drill", 1));
        Assert.True((drill.Outcome, drill.Defect) is ("pass", null), drill.ToString());

        // As if it had been scheduled so for hours in which no service ran.
        await third.Dashboard.TriggerAsync("watch");
        var moved = 0;
        for (var i = 0; i < 150 && moved == 0; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
            moved = await workbench.AskStoreAsync<int>(
                "WITH moved AS (UPDATE restoredrill.schedule SET since = since - interval '3 hours' WHERE job = 'drill:courses' RETURNING 1) SELECT count(*)::int FROM moved");
        }

        Assert.Equal(1, moved);
        await third.Dashboard.TriggerAsync("watch");
        await workbench.UntilIncidentAsync("drill missed: drill:courses: ", TimeSpan.FromSeconds(30));
    }

    /// <summary>A scratch instance with everything that makes it an installation's own, of a drill that no store knows.</summary>
    private async Task<string> OrphanAsync(string installation, string copy)
    {
        var drill = RunId.New(RunKind.Drill, TimeProvider.System.GetUtcNow(), new Random(4));
        var name = $"rd-scratch-{installation}-{drill}";
        await shared.Cloud.Vault.RestoreDBInstanceFromDBSnapshotAsync(new RestoreDBInstanceFromDBSnapshotRequest
        {
            DBInstanceIdentifier = name,
            DBSnapshotIdentifier = copy,
            DBInstanceClass = "db.t3.medium",
            DBSubnetGroupName = Cloud.SubnetGroup,
            Tags = [.. ScratchOwnership.TagsOf(InstallationId.Parse(installation), drill).Select(static tag => new Tag { Key = tag.Key, Value = tag.Value })],
        });

        // When it came to be is known from then on; before, a sweep leaves it to the next one.
        await shared.Cloud.UntilMadeAsync(name);
        return name;
    }
}
