using Amazon.RDS.Model;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.EndToEnd.Tests.Service;

/// <summary>One scratch instance at a time: who comes first, and what the others say meanwhile.</summary>
[Collection(nameof(DisturbedSharedSandbox))]
public sealed class BudgetTests(SharedSandbox shared)
{
    private const string Stranger = "rd-scratch-stranger-1";

    [Fact]
    public async Task One_scratch_instance_at_a_time_and_a_person_before_the_schedule()
    {
        await using var workbench = (await shared.NewWorkbenchAsync(
            new ProtectedInstance("courses", SharedSandbox.Instance), new ProtectedInstance("legacy", SharedSandbox.DefaultKeyInstance))).ForService();
        workbench.Settings["Budgets"] = new System.Text.Json.Nodes.JsonObject { ["ScratchInstances"] = 1 };
        workbench.Save();
        await using var service = await ServiceProcess.StartAsync(workbench);
        await service.Dashboard.TriggerAsync("copy:courses", "copy:legacy");
        Assert.All(await workbench.UntilFinishedAsync("copy", 2), static copy => Assert.Equal("copied", copy.Outcome));

        // Somebody else's scratch instance takes the only place; the schedule asks first, then a person.
        await shared.Cloud.Vault.RestoreDBInstanceFromDBSnapshotAsync(new RestoreDBInstanceFromDBSnapshotRequest
        {
            DBInstanceIdentifier = Stranger,
            DBSnapshotIdentifier = await workbench.NewestCopyAsync(),
            DBInstanceClass = "db.t3.medium",
            DBSubnetGroupName = Cloud.SubnetGroup,
        });
        try
        {
            new HangfireStore(workbench).LetBeDue("drill:courses");
            await workbench.UntilAsync("drill", "waiting", static runs => runs is [{ Asked: false, Note: { } note }] && Waits(note), TimeSpan.FromSeconds(30));
            await service.Dashboard.TriggerAsync("drill:legacy");
            await workbench.UntilAsync(
                "drill", "waiting", static runs => runs.Count == 2 && runs.All(static run => run.Note is { } note && Waits(note)), TimeSpan.FromSeconds(30));
        }
        finally
        {
            await shared.Cloud.RemoveInstanceAsync(Stranger);
        }

        var most = 0;
        var waited = new HashSet<string>();
        var runs = await workbench.UntilAsync("drill", "finished", runs => Observe(runs) && runs.All(static run => run.FinishedAt is not null), TimeSpan.FromSeconds(90));
        Assert.Equal(1, most);
        Assert.All(runs, static run => Assert.True((run.Outcome, run.Defect) is ("pass", null), run.ToString()));
        var (courses, legacy) = (runs.Single(static run => run.Database == "courses"), runs.Single(static run => run.Database == "legacy"));
        Assert.True(legacy.Asked, "the person's drill is not marked as asked for");
        Assert.True(legacy.FinishedAt < courses.FinishedAt, "the scheduled drill came before the person's");
        Assert.Contains(waited, note => note.Contains("1 of 1", StringComparison.Ordinal) && note.Contains(legacy.Id, StringComparison.Ordinal));

        bool Observe(IReadOnlyList<StoredRun> seen)
        {
            most = Math.Max(most, seen.Count(static run => run.FinishedAt is null && run.Phase is not ("waiting-for-turn" or "looking-at-guard-rails" or "choosing" or "checking-target")));
            waited.UnionWith(seen.Where(static run => run.Phase == "waiting-for-turn").Select(static run => run.Note ?? ""));
            return true;
        }
    }

    private static bool Waits(string note) => note.StartsWith("waits for its turn", StringComparison.Ordinal);
}
