using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Service;

/// <summary>kill -9 of the service in every phase of a copy run and of a drill, and another one started each time.</summary>
public sealed class KilledServiceTests(SharedSandbox shared)
{
    private const string Copied = "legacy";

    [Fact]
    public async Task Runs_whose_service_is_killed_in_every_phase_finish_once()
    {
        await using var workbench = (await shared.NewWorkbenchAsync(
            new ProtectedInstance(Workbench.Database, SharedSandbox.Instance, "OldRows"), new ProtectedInstance(Copied, SharedSandbox.DefaultKeyInstance, "OldRows"))).ForService();
        // A run that waits at the gate for the other one must not be taken up again and again: each job that tries keeps a worker.
        workbench.Set("Service:StuckAfter", "00:00:04");
        workbench.KeepFacts();

        // Each run is held in each phase until the other one has come, too, which is slow on a busy machine; who is out of time there leaves phases out.
        workbench.TakeTime();

        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        var callsBefore = shared.CallsOf(workbench).Count;

        await KillInEveryPhaseAsync(workbench);

        var runs = await workbench.RunsAsync("copy");
        await MustHaveFinishedOnceAsync(workbench, Assert.Single(runs, static run => run.Database == Copied), "copied", CopyPhases.Of(CopyRoute.RdsSnapshot));
        Assert.Equal(2, (await Cloud.SnapshotsAsync(shared.Cloud.Vault, workbench.CopyPrefix)).Count);
        Assert.Empty(await Cloud.SnapshotsAsync(shared.Cloud.Source, workbench.StagingPrefix));
        await MustHaveFinishedOnceAsync(workbench, Assert.Single(await workbench.RunsAsync("drill")), "pass", DrillPhases.All);
        Assert.Empty(await shared.Cloud.InstancesAsync(workbench.ScratchPrefix));

        var made = shared.CallsOf(workbench).Skip(callsBefore).ToList();
        Assert.Equal((1, 2), (Count("CreateDBSnapshot"), Count("CopyDBSnapshot")));
        Assert.Equal((1, 1), (Count("RestoreDBInstanceFromDBSnapshot"), Count("DeleteDBInstance")));

        int Count(string action) => made.Count(call => call.Action == action);
    }

    /// <summary>A copy run and a drill go on side by side, each stands in its next phase when the service that carries both is killed.</summary>
    private static async Task KillInEveryPhaseAsync(Workbench workbench)
    {
        var phases = Math.Max(CopyPhases.Of(CopyRoute.RdsSnapshot).Count, DrillPhases.All.Count);
        var places = Stretched(CopyPhases.Of(CopyRoute.RdsSnapshot), phases).Zip(Stretched(DrillPhases.All, phases)).Select(static pair => new[] { ("copy", pair.First), ("drill", pair.Second) }).ToList();
        var service = await ServiceProcess.StartAsync(workbench);
        try
        {
            await using (var gate = await PhaseGate.InsideAsync(workbench, places[0]))
            {
                await service.Dashboard.TriggerAsync($"copy:{Copied}", $"drill:{Workbench.Database}");
                foreach (var (here, next) in places.Zip(places.Skip(1)))
                {
                    await gate.WaitForArrivalAsync(runs: 2);
                    await UntilBothStandAsync(workbench, here);
                    await service.KillAsync();
                    await service.DisposeAsync();
                    await gate.MoveIntoAsync(next);
                    service = ServiceProcess.Launch(workbench);
                }
            }

            await workbench.UntilFinishedAsync("copy", 2);
            await workbench.UntilFinishedAsync("drill", 1);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}\n{string.Join("\n", await StoredRun.AllAsync(workbench.Store))}\n{service.Log}", e);
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    /// <summary>A run that renews its lease while it saves stands at the gate twice, so both runs' phases are waited for too.</summary>
    private static async Task UntilBothStandAsync(Workbench workbench, (string Kind, string Phase)[] here)
    {
        await using var connection = await workbench.OpenStoreAsync();
        for (var i = 0; i < 1200; i++)
        {
            var open = (await StoredRun.AllAsync(connection)).Where(static run => run.FinishedAt is null).Select(static run => (run.Kind, run.Phase));
            if (open.Order().SequenceEqual(here))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
        }

        throw new TimeoutException($"The runs did not come to {string.Join(", ", here)} in 60 s.");
    }

    /// <summary>A run with fewer phases stands in its last but one several times.</summary>
    private static IEnumerable<string> Stretched(IReadOnlyList<string> phases, int count) =>
        [.. phases.SkipLast(1), .. Enumerable.Repeat(phases[^2], count - phases.Count), phases[^1]];

    private static async Task MustHaveFinishedOnceAsync(Workbench workbench, StoredRun run, string outcome, IReadOnlyList<string> phases)
    {
        Assert.Equal((outcome, null), (run.Outcome, run.Defect));
        Assert.Equal(1, await workbench.AskStoreAsync<long>($"SELECT count(*) FROM restoredrill.evidence WHERE run_id = '{run.Id}'"));
        var entered = await workbench.AskStoreAsync<string[]>(
            $"SELECT array_agg(phase ORDER BY sequence) FROM restoredrill.run_event WHERE run_id = '{run.Id}' AND kind IN ('phase', 'conclusion')");

        // Who goes on with a reading first takes control again, with a master password of its own.
        Assert.Equal(phases.Skip(1), entered.Distinct());
    }
}
