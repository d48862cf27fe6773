using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Recovery;

/// <summary>kill -9 in every phase of a copy run, then the same command again.</summary>
public sealed class KilledCopyTests(SharedSandbox shared)
{
    public static TheoryData<string> Phases => Killing.PerRun(CopyPhases.Of(CopyRoute.RdsSnapshot), 4);

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task Copy_killed_in_some_phases_is_finished_by_the_same_command(string phases)
    {
        await using var workbench = await shared.NewWorkbenchAsync(new ProtectedInstance(Workbench.Database, SharedSandbox.DefaultKeyInstance, "OldRowsTwice"));
        workbench.KeepFacts();

        await Killing.InEachAsync(workbench, phases, CopyPhases.Finished, "copy", Workbench.Database);
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);

        Assert.Equal(1, await workbench.AskStoreAsync<long>("SELECT count(*) FROM restoredrill.run WHERE kind = 'copy'"));
        Assert.Equal("copied", await workbench.AskStoreAsync<string>("SELECT outcome FROM restoredrill.run WHERE kind = 'copy' AND defect IS NULL"));
        Assert.Single(await Cloud.SnapshotsAsync(shared.Cloud.Vault, workbench.CopyPrefix));
        Assert.Equal(["copy-facts", "manifest"], (await workbench.FactKeysAsync()).Select(static key => key.Split('/')[3]));
        Assert.Empty(await Cloud.SnapshotsAsync(shared.Cloud.Source, workbench.StagingPrefix));
        var made = shared.CallsOf(workbench);
        Assert.Equal(1, made.Count(static call => call.Action == "CreateDBSnapshot"));
        Assert.Equal(2, made.Count(static call => call.Action == "CopyDBSnapshot"));
        Assert.Equal(2, made.Count(static call => call.Action == "DeleteDBSnapshot"));
    }
}
