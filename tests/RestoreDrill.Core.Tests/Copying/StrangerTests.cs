using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Copying;

/// <summary>Somebody else shares the staging snapshot while a copy run is under way.</summary>
public sealed class StrangerTests
{
    [Theory]
    [InlineData("333333333333")]
    [InlineData("all")]
    public async Task Snapshot_that_is_shared_with_a_stranger_is_not_shared_further(string stranger)
    {
        var driven = new Driven();
        var id = await driven.OpenCopyAsync();
        driven.Cloud.Shares[Sample.Names.StagingSnapshot(id)] = [stranger];

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Failed, run.Outcome);
        Assert.Contains($"is shared with {stranger}, which RestoreDrill did not do", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Shares[Sample.Names.StagingSnapshot(id)]);
        Assert.Empty(driven.Cloud.VaultSnapshots);
        Assert.Contains($"with {stranger} while it was being copied", run.Defect, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("333333333333")]
    [InlineData("all")]
    public async Task Snapshot_that_a_stranger_is_let_into_during_the_copy_is_a_defect_of_a_good_copy(string stranger)
    {
        var driven = new Driven();
        var id = await driven.OpenCopyAsync();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == CopyPhases.WaitingForCopy)
            {
                driven.Cloud.Shares[Sample.Names.StagingSnapshot(id)] = [Sample.Options.Vault.AccountId, stranger];
            }
        };

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.Contains($"with {stranger} while it was being copied", run.Defect, StringComparison.Ordinal);
        Assert.Contains("treat it as disclosed", run.Defect, StringComparison.Ordinal);
    }
}
