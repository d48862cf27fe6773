using RestoreDrill.Core.Restoring;
using RestoreDrill.Core.Runs;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Records.Journal;

namespace RestoreDrill.EndToEnd.Tests.Recovery;

/// <summary>
/// kill -9 of an emergency restore as soon as it tells of a phase, for every phase, then the same command again. A phase that is over before the kill comes is killed in the next; what is
/// done and not saved, and what is saved and not begun, in each phase, is killed by the tests of the workflow and of the verbs.
/// </summary>
public sealed class KilledRestoreTests(SharedSandbox shared)
{
    [Fact]
    public async Task Restore_killed_again_and_again_is_finished_by_the_same_command_with_one_instance()
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions(), CancellationToken.None);
        using var cloud = new Cloud(SandboxAccess.To(sandbox));
        await cloud.PrepareVaultAsync();
        await cloud.CreateInstanceAsync(SharedSandbox.Instance, "alias/restoredrill", SampleSize.Small);
        await using var workbench = await shared.NewWorkbenchAsync(SandboxAccess.To(sandbox), cloud, new ProtectedInstance(Workbench.Database, SharedSandbox.Instance));
        workbench.KeepFacts();
        workbench.AllowRestores();
        workbench.TakeTime();
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        (await workbench.RunAsync("drill", Workbench.Database)).MustExit(0);
        using var desk = OnCallDesk.Of(workbench, sandbox.Control);
        (await desk.PlanAsync(Workbench.Database)).MustExit(0);

        var killedIn = new List<string>();
        foreach (var phase in RestorePhases.All)
        {
            await using var process = desk.StartRun(Progress(desk));
            if (await ReachesAsync(process, desk, phase))
            {
                await process.KillAsync();
                killedIn.Add(await PhaseOnceItIsDeadAsync(desk));
            }

            File.Delete(Progress(desk));
        }

        var told = (await desk.RunAsync(RestoreJournal.Read(desk.JournalFile).Run.FinishedAt is null ? [desk.FreshCode()] : [], "restore", "run", desk.PlanFile)).MustExit(0);

        // Phases that wait for AWS or read last long enough to be met.
        Assert.Contains("waiting-for-available", killedIn);
        Assert.True(killedIn.Distinct().Count() >= 5, $"killed in {string.Join(", ", killedIn)}");
        var restored = Assert.Single(await cloud.InstancesAsync($"rd-restored-{workbench.Installation}-"));
        Assert.Contains(restored.DBInstanceIdentifier, told.Output, StringComparison.Ordinal);
        Assert.Equal(1, sandbox.Control.Calls.Count(static call => call is { CarriedOut: true, Action: "RestoreDBInstanceFromDBSnapshot" } && call.Resource.Contains(":db:rd-restored-", StringComparison.Ordinal)));
        var history = RestoreJournal.Read(desk.JournalFile);
        Assert.Equal((RunOutcome.Pass, null), (history.Run.Outcome, history.Run.Defect));
        (await workbench.RunAsync("runs", "import", desk.JournalFile)).MustExit(0);
        (await workbench.RunAsync("explain", history.Run.Id.Value)).MustExit(0);
    }

    /// <returns>Whether it does, or is past it, before it ends.</returns>
    private static async Task<bool> ReachesAsync(RestoreDrillProcess process, OnCallDesk desk, string phase)
    {
        var known = RestorePhases.All.ToList();
        var wanted = known.IndexOf(phase);
        while (!process.HasEnded)
        {
            if (File.Exists(Progress(desk)) && (await File.ReadAllLinesAsync(Progress(desk))).Any(line => line.Split("  ") is [_, _, var now, ..] && known.IndexOf(now) >= wanted))
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        return false;
    }

    /// <summary>A killed process is gone a moment after the terminal that it ran on.</summary>
    private static async Task<string> PhaseOnceItIsDeadAsync(OnCallDesk desk)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return RestoreJournal.Read(desk.JournalFile).Run.Phase;
            }
            catch (JournalInUseException) when (i < 1000)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private static string Progress(OnCallDesk desk) => Path.Combine(desk.Directory, "progress");
}
