using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Copying;

public sealed class SnapshotStatusTests
{
    [Fact]
    public void Available_is_available() => Assert.True(IsAvailable("available"));

    [Theory]
    [InlineData("creating")]
    [InlineData("copying")]
    [InlineData("pending")]
    [InlineData("backing-up")]
    public void Status_on_the_way_is_waited_for(string status) => Assert.False(IsAvailable(status));

    [Theory]
    [InlineData("failed")]
    [InlineData("deleting")]
    [InlineData("incompatible-restore")]
    [InlineData("Available")]
    [InlineData("")]
    [InlineData("a-status-of-2031")]
    public void Any_other_status_fails_loudly(string status)
    {
        var failure = Assert.Throws<StepFailedException>(() => IsAvailable(status));

        Assert.Contains($"Snapshot rd-copy-acme-x is '{status}'", failure.Message, StringComparison.Ordinal);
    }

    private static bool IsAvailable(string status) => SnapshotStatus.IsAvailable(Sample.Snapshot("rd-copy-acme-x", new Dictionary<string, string>(), status));
}
