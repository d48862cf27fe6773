using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Tests.Restoring;

namespace RestoreDrill.Core.Tests.Drilling;

public sealed class EmergencyDrillTests
{
    [Fact]
    public async Task Scratch_instance_is_restored_with_the_target_s_parameters_handed_over_and_removed()
    {
        var driven = (await RestoreScene.WithCopyAsync()).Driven;
        driven.Options = driven.Options with { SelfTest = new SelfTestOptions() };

        var run = await driven.ToTheEndAsync(await driven.OpenDrillAsync(asEmergency: true));

        var state = RestoreScene.StateOf(run);
        Assert.Equal((RunOutcome.Pass, null), (run.Outcome, run.Defect));
        Assert.Equal("db.r6g.large", state.Order!.InstanceClass);
        Assert.Equal((true, 7, false), (state.Order.MultiAz, state.Order.BackupRetentionDays, state.Order.DeletionProtection));
        Assert.Equal(driven.Options.Scratch.SubnetGroup, state.Order.SubnetGroup);
        Assert.Equal("restoredrill-postgres15", state.Order.ParameterGroup);
        Assert.StartsWith("rd-scratch-", state.Order.Name, StringComparison.Ordinal);
        Assert.True(state.Times.ToHandedOver > state.Times.ToFullyRead);
        Assert.False(state.SelfTest!.IsDue);
        Assert.Equal(
            ["rds:RestoreDBInstanceFromDBSnapshot", "rds:ModifyDBInstance", "rds:ModifyDBInstance", "rds:RebootDBInstance", "rds:DeleteDBInstance"],
            driven.Cloud.Changes.Select(static change => change.Split(' ')[0]));
        Assert.Contains($"{state.Order.Name} {MemoryScratch.FinalGroup}", driven.Cloud.Changes[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_may_die_at_any_save_and_one_instance_is_handed_over_and_removed()
    {
        var reference = (await RestoreScene.WithCopyAsync()).Driven;
        await reference.ToTheEndAsync(await reference.OpenDrillAsync(asEmergency: true));
        var saves = reference.Store.Saves.Count;
        Assert.True(saves > 15);
        foreach (var before in new[] { true, false })
        {
            for (var number = 1; number <= saves; number++)
            {
                var driven = (await RestoreScene.WithCopyAsync()).Driven;
                var id = await driven.OpenDrillAsync(asEmergency: true);
                driven.KillAtSave(number, before);

                var run = await driven.ToTheEndAsync(id);

                Assert.Equal((RunOutcome.Pass, null, 1), (run.Outcome, run.Defect, driven.Kills));
                Assert.NotNull(RestoreScene.StateOf(run).Times.HandedOverAt);
                Assert.Equal((1, 1), (driven.Cloud.Made("rds:RestoreDBInstanceFromDBSnapshot"), driven.Cloud.Made("rds:DeleteDBInstance")));
                Assert.Empty(driven.InstancesLeft);
            }
        }
    }

    [Fact]
    public async Task Hand_over_that_fails_is_no_pass_and_the_instance_is_removed()
    {
        var driven = (await RestoreScene.WithCopyAsync()).Driven;
        driven.Cloud.Answered = static (operation, _) =>
        {
            if (operation == "rds:RebootDBInstance")
            {
                throw MemoryCloud.Refusal(Core.Cloud.CloudFault.AccessDenied, operation, "AccessDenied");
            }
        };

        var run = await driven.ToTheEndAsync(await driven.OpenDrillAsync(asEmergency: true));

        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains("could not be handed over", run.Summary, StringComparison.Ordinal);
        Assert.Null(run.Level);
        Assert.Contains(driven.Cloud.Changes, static change => change.StartsWith("rds:DeleteDBInstance", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Copy_that_fails_is_not_handed_over()
    {
        var driven = (await RestoreScene.WithCopyAsync()).Driven;
        driven.Cloud.Content[2] = driven.Cloud.Content[2] with { Rows = 89 };

        var run = await driven.ToTheEndAsync(await driven.OpenDrillAsync(asEmergency: true));

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.DoesNotContain(driven.Cloud.Changes, static change => change.StartsWith("rds:RebootDBInstance", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Missing_parameter_group_of_the_target_is_told_before_anything_is_restored()
    {
        var driven = (await RestoreScene.WithCopyAsync()).Driven;
        driven.Options = driven.Options with { Restore = driven.Options.Restore! with { ParameterGroup = "nowhere-{family}" } };

        var run = await driven.ToTheEndAsync(await driven.OpenDrillAsync(asEmergency: true));

        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains("there is no parameter group nowhere-postgres15", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Changes);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(100_000, false)]
    public async Task Target_that_is_missed_is_told(int seconds, bool isMissed)
    {
        var driven = (await RestoreScene.WithCopyAsync()).Driven;
        driven.Options = driven.Options with { Restore = driven.Options.Restore! with { RtoTarget = TimeSpan.FromSeconds(seconds) } };

        var run = await driven.ToTheEndAsync(await driven.OpenDrillAsync(asEmergency: true));

        Assert.Equal(RunOutcome.Pass, run.Outcome);
        Assert.Equal(isMissed, (await driven.Store.EventsAsync(run.Id, 0, CancellationToken.None)).Any(static line => line.Kind == RunEventKind.Warning && line.Message.Contains("RTO target was missed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_target_there_is_no_emergency_to_drill()
    {
        var driven = await Driven.WithCopyAsync();

        await Assert.ThrowsAsync<RefusedException>(() => driven.OpenDrillAsync(asEmergency: true));
    }
}
