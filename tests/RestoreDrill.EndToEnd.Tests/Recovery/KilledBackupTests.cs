using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Recovery;

/// <summary>kill -9 in every phase of a copy run into the locked vault, then the same command again.</summary>
public sealed class KilledBackupTests(SharedSandbox shared)
{
    public static TheoryData<string> Phases => Killing.PerRun(CopyPhases.Of(CopyRoute.AwsBackup), 3);

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task Copy_killed_in_some_phases_is_finished_by_the_same_command(string phases)
    {
        await using var workbench = await shared.NewWorkbenchAsync(new ProtectedInstance(Workbench.Database, SharedSandbox.Instance, "OldRows"));
        workbench.CopyByBackup();
        workbench.KeepFacts();

        await Killing.InEachAsync(workbench, phases, CopyPhases.Finished, "copy", Workbench.Database);
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);

        Assert.Equal(1, await workbench.AskStoreAsync<long>("SELECT count(*) FROM restoredrill.run WHERE kind = 'copy'"));
        Assert.Equal("copied", await workbench.AskStoreAsync<string>("SELECT outcome FROM restoredrill.run WHERE kind = 'copy' AND defect IS NULL"));
        var copy = await workbench.AskStoreAsync<string>("SELECT state->>'copyName' FROM restoredrill.run WHERE kind = 'copy'");
        Assert.Equal([copy], (await Cloud.CopiesAsync(shared.Cloud.Vault, workbench.Installation)).Select(static found => found.DBSnapshotIdentifier));
        Assert.Single(await Cloud.BackupsAsync(shared.Cloud.Source, workbench.Installation));
    }
}
