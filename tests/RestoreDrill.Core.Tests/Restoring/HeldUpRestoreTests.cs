using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Restoring;

/// <summary>What stops an emergency restore without ending it.</summary>
public sealed class HeldUpRestoreTests
{
    [Theory]
    [InlineData(CloudFault.AccessDenied, "AccessDenied")]
    [InlineData(CloudFault.NotFound, "DBSubnetGroupNotFoundFault")]
    [InlineData(CloudFault.KeyNotAccessible, "KMSKeyNotAccessibleFault")]
    public async Task Restore_call_that_is_refused_for_good_leaves_the_restore_open_and_nothing_made(CloudFault fault, string code)
    {
        var scene = await RestoreScene.WithCopyAsync();
        var plan = await scene.PlanAsync();
        var id = await scene.OpenAsync(plan);
        scene.Driven.Cloud.Asked = operation =>
        {
            if (operation == "rds:RestoreDBInstanceFromDBSnapshot")
            {
                throw MemoryCloud.Refusal(fault, operation, code);
            }
        };

        var held = await Assert.ThrowsAsync<RunHeldUpException>(() => scene.Driven.ToTheEndAsync(id));

        Assert.Contains("No instance came to be by it", held.Message, StringComparison.Ordinal);
        Assert.Contains($"in account {plan.Account}", held.Advice, StringComparison.Ordinal);
        Assert.True(held.GoesOn);
        Assert.Empty(scene.Driven.InstancesLeft);

        scene.Driven.Cloud.Asked = static _ => { };
        var run = await scene.Driven.ToTheEndAsync(id);
        Assert.Equal((RunOutcome.Pass, null), (run.Outcome, run.Defect));
    }

    [Fact]
    public async Task Copy_that_vanishes_before_the_restore_call_ends_the_restore_without_an_instance()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var id = await scene.OpenAsync(await scene.PlanAsync());
        scene.Driven.Cloud.Asked = operation =>
        {
            if (operation == "rds:RestoreDBInstanceFromDBSnapshot")
            {
                throw MemoryCloud.Refusal(CloudFault.NotFound, operation, "DBSnapshotNotFound");
            }
        };

        var run = await scene.Driven.ToTheEndAsync(id);

        Assert.Equal((RunOutcome.Fail, null), (run.Outcome, run.Defect));
        Assert.Null(RestoreScene.StateOf(run).Order);
    }

    [Fact]
    public async Task Instance_that_another_process_has_handed_over_is_not_touched_any_more()
    {
        var scene = await RestoreScene.WithCopyAsync();
        var plan = await scene.PlanAsync();
        var id = await scene.OpenAsync(plan);
        scene.Driven.Cloud.Asked = operation =>
        {
            if (operation == "sql:identify" && scene.Driven.Cloud.Instances.TryGetValue(plan.Order.Name, out var there))
            {
                there.Instance = there.Instance with { ParameterGroup = MemoryEmergency.FinalGroup };
                there.Password = "theirs";
            }
        };

        var held = await Assert.ThrowsAsync<RunHeldUpException>(() => scene.Driven.ToTheEndAsync(id));

        Assert.Contains("has handed the instance over. It may be in use", held.Message, StringComparison.Ordinal);
        Assert.False(held.GoesOn);
        Assert.Equal("theirs", scene.Driven.Cloud.Instances[plan.Order.Name].Password);
        Assert.Empty(scene.Driven.Passwords.Delivered);
        Assert.Null((await scene.Driven.Store.FindAsync(id, TestContext.Current.CancellationToken))!.FinishedAt);
    }
}
