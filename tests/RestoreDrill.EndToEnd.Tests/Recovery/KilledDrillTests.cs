using RestoreDrill.Core.Drilling;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Recovery;

/// <summary>kill -9 in every phase of a drill, then the same command again.</summary>
public sealed class KilledDrillTests(SharedSandbox shared, CopiedWorkbench copied) : IClassFixture<CopiedWorkbench>
{
    public static TheoryData<string> Phases => Killing.PerRun(DrillPhases.All, 5);

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task Drill_killed_in_some_phases_is_finished_by_the_same_command(string phases)
    {
        var workbench = copied.Workbench;
        workbench.KeepFacts();
        var testsItself = phases.Split(' ').Contains(DrillPhases.SelfTesting);
        workbench.Set("SelfTest:Every", testsItself ? "00:00:00.001" : "Never");
        var drillsBefore = await workbench.AskStoreAsync<long>("SELECT count(*) FROM restoredrill.run WHERE kind = 'drill'");
        var callsBefore = shared.CallsOf(workbench).Count;

        await Killing.InEachAsync(workbench, phases, DrillPhases.Finished, "drill", Workbench.Database);
        (await workbench.RunAsync("drill", Workbench.Database)).MustExit(0);

        Assert.Equal(drillsBefore + 1, await workbench.AskStoreAsync<long>("SELECT count(*) FROM restoredrill.run WHERE kind = 'drill'"));
        Assert.Equal(
            drillsBefore + 1,
            await workbench.AskStoreAsync<long>("SELECT count(*) FROM restoredrill.run WHERE kind = 'drill' AND outcome = 'pass' AND defect IS NULL"));
        Assert.Equal(1, await workbench.AskStoreAsync<long>("SELECT count(*) FROM restoredrill.birth_certificate"));
        Assert.Equal(testsItself, await workbench.AskStoreAsync<bool>(
            "SELECT state->'selfTest'->>'finishedAt' IS NOT NULL FROM restoredrill.run WHERE kind = 'drill' ORDER BY created_at DESC LIMIT 1"));
        Assert.Equal(drillsBefore + 1, await workbench.AskStoreAsync<long>(
            "SELECT count(*) FROM restoredrill.evidence JOIN restoredrill.run ON run.id = run_id WHERE kind = 'drill'"));
        Assert.Equal(drillsBefore + 1, (await workbench.FactKeysAsync()).Count(static key => key.Contains("/verdict/", StringComparison.Ordinal)));
        Assert.Empty(await shared.Cloud.InstancesAsync(workbench.ScratchPrefix));
        Assert.Single(await Cloud.SnapshotsAsync(shared.Cloud.Vault, workbench.CopyPrefix));
        var made = shared.CallsOf(workbench).Skip(callsBefore).ToList();
        Assert.Equal(1, made.Count(static call => call.Action == "RestoreDBInstanceFromDBSnapshot"));
        Assert.Equal(1, made.Count(static call => call.Action == "DeleteDBInstance"));
    }
}
