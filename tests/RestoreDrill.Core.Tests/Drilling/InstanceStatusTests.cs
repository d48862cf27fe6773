using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Drilling;

public sealed class InstanceStatusTests
{
    [Theory]
    [InlineData("available")]
    [InlineData("storage-optimization")]
    [InlineData("storage-initialization")]
    public void Status_in_which_the_server_answers_is_usable(string status) => Assert.True(IsUsable(status));

    [Theory]
    [InlineData("creating")]
    [InlineData("backing-up")]
    [InlineData("modifying")]
    [InlineData("rebooting")]
    [InlineData("starting")]
    [InlineData("resetting-master-credentials")]
    public void Status_on_the_way_is_waited_for(string status) => Assert.False(IsUsable(status));

    [Theory]
    [InlineData("incompatible-restore")]
    [InlineData("failed")]
    public void Restore_that_RDS_could_not_do_blames_the_copy(string status)
    {
        var failure = Assert.Throws<StepFailedException>(() => IsUsable(status));

        Assert.True(failure.BlamesTheCopy);
        Assert.Contains($"'{status}'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incompatible-parameters")]
    [InlineData("incompatible-network")]
    [InlineData("storage-full")]
    [InlineData("stopped")]
    [InlineData("inaccessible-encryption-credentials")]
    [InlineData("Available")]
    [InlineData("")]
    [InlineData("a-status-of-2031")]
    public void Any_other_status_fails_loudly_and_does_not_blame_the_copy(string status)
    {
        var failure = Assert.Throws<StepFailedException>(() => IsUsable(status));

        Assert.False(failure.BlamesTheCopy);
        Assert.Contains(status, failure.Message, StringComparison.Ordinal);
        Assert.Contains("was not judged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Instance_that_somebody_else_deletes_does_not_blame_the_copy()
    {
        var failure = Assert.Throws<StepFailedException>(() => IsUsable("deleting"));

        Assert.False(failure.BlamesTheCopy);
        Assert.Contains("is being deleted, and not by this run", failure.Message, StringComparison.Ordinal);
    }

    private static bool IsUsable(string status) => InstanceStatus.IsUsable(Sample.Scratch("rd-scratch-acme-x", new Dictionary<string, string>(), status));
}
