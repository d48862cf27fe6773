using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.EndToEnd.Tests.Faults;

/// <summary>What goes wrong during a copy run: it is waited out where it may pass, and recorded where it does not.</summary>
[Collection(nameof(DisturbedSharedSandbox))]
public sealed class FaultyCopyTests(SharedSandbox shared)
{
    [Theory]
    [InlineData("CreateDBSnapshot")]
    [InlineData("ModifyDBSnapshotAttribute")]
    [InlineData("CopyDBSnapshot")]
    [InlineData("DeleteDBSnapshot")]
    public async Task Lost_answer_doubles_nothing(string action)
    {
        await using var workbench = await shared.NewWorkbenchAsync();
        shared.Sandbox.Control.Fail(new CallFault { Action = action, Moment = FaultMoment.LostAnswer });

        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);

        Assert.Single(await Cloud.SnapshotsAsync(shared.Cloud.Vault, workbench.CopyPrefix));
        Assert.Empty(await Cloud.SnapshotsAsync(shared.Cloud.Source, workbench.StagingPrefix));
    }

    [Fact]
    public async Task Throttling_is_waited_out()
    {
        await using var workbench = await shared.NewWorkbenchAsync();
        shared.Sandbox.Control.Throttle(times: null, share: 0.3);
        try
        {
            (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
            (await workbench.RunAsync("drill", Workbench.Database)).MustExit(0);
        }
        finally
        {
            shared.Sandbox.Control.ClearFaults();
        }
    }

    [Fact]
    public async Task Full_quota_ends_in_a_failed_run_that_keeps_its_snapshot_and_says_so()
    {
        await using var workbench = await shared.NewWorkbenchAsync();
        workbench.Set("Timing:Trouble", "00:00:03");
        shared.Sandbox.Control.SetQuotas("vault", manualSnapshots: 0);
        try
        {
            var result = (await workbench.RunAsync("copy", Workbench.Database)).MustExit(1);
            Assert.Contains("SnapshotQuotaExceeded", result.Everything, StringComparison.Ordinal);
            Assert.Contains("staging-left-behind.md", result.Everything, StringComparison.Ordinal);
        }
        finally
        {
            shared.Sandbox.Control.SetQuotas("vault", manualSnapshots: 100);
        }

        Assert.Equal("failed", await workbench.AskStoreAsync<string>("SELECT outcome FROM restoredrill.run WHERE defect IS NOT NULL"));
        var kept = Assert.Single(await Cloud.SnapshotsAsync(shared.Cloud.Source, workbench.StagingPrefix));
        var attributes = await shared.Cloud.Source.DescribeDBSnapshotAttributesAsync(new() { DBSnapshotIdentifier = kept.DBSnapshotIdentifier });
        Assert.All(
            attributes.DBSnapshotAttributesResult.DBSnapshotAttributes ?? [],
            static attribute => Assert.Empty(attribute.AttributeValues ?? []));
        Assert.Empty(await Cloud.SnapshotsAsync(shared.Cloud.Vault, workbench.CopyPrefix));
    }
}
