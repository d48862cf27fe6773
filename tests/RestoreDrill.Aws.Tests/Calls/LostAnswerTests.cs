using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Tests.Calls;

public sealed class LostAnswerTests
{
    /// <summary>What nothing here takes, however slow the machine is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Cut_connection_is_unreachable_after_the_sdks_three_attempts_and_no_more()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => new CannedAnswer(200, "") { Cut = true });
        using var source = AwsAccounts.OpenSource(aws.Access);

        var lost = await Assert.ThrowsAsync<CloudException>(() => source.CreateSnapshotAsync("courses", "snap", Shapes.StagingTags, default));

        Assert.Equal(CloudFault.Unreachable, lost.Fault);
        Assert.Null(lost.Code);
        Assert.Contains("Whether it was done is not known", lost.Message, StringComparison.Ordinal);
        Assert.Contains(aws.Endpoint.ToString(), lost.Message, StringComparison.Ordinal);
        Assert.Equal(3, aws.Operations.Count);
    }

    [Fact]
    public async Task Server_that_never_answers_is_unreachable_within_three_attempts_time()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var aws = await CannedAws.WithRoleAsync(_ =>
        {
            asked.TrySetResult();
            return new CannedAnswer(200, "") { Hang = true };
        });
        // So long that the SDK, which goes by the system's clock, does not give up by itself.
        var timeout = TimeSpan.FromMinutes(10);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var source = AwsAccounts.OpenSource(aws.Access with { CallTimeout = timeout }, clock);

        var finding = source.FindSnapshotAsync("snap", default);
        await asked.Task.WaitAsync(Patience);
        clock.Advance((3 * timeout) - TimeSpan.FromSeconds(1));
        Assert.NotSame(finding, await Task.WhenAny(finding, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, TestContext.Current.CancellationToken)));
        clock.Advance(TimeSpan.FromSeconds(1));

        var lost = await Assert.ThrowsAsync<CloudException>(() => finding.WaitAsync(Patience));
        Assert.Equal(CloudFault.Unreachable, lost.Fault);
        Assert.Contains("no answer within 600 s", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempt_that_is_not_answered_ends_after_the_time_of_one_call()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => new CannedAnswer(200, "") { Hang = true });
        using var source = AwsAccounts.OpenSource(
            aws.Access with { CallTimeout = TimeSpan.FromSeconds(1) }, new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        var began = Stopwatch.GetTimestamp();

        var lost = await Assert.ThrowsAsync<CloudException>(() => source.FindSnapshotAsync("snap", default).WaitAsync(Patience));

        Assert.Equal(CloudFault.Unreachable, lost.Fault);
        Assert.Contains("no answer within 1 s", lost.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Callers_cancellation_stays_a_cancellation()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => new CannedAnswer(200, "") { Hang = true });
        using var source = AwsAccounts.OpenSource(aws.Access);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => source.FindSnapshotAsync("snap", cancel.Token));
    }

    [Fact]
    public async Task Half_an_answer_is_unreachable_and_not_absence()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => new CannedAnswer(200, "<DescribeDBSnapshotsResponse><DescribeDBSnapshotsResult><DBSnapshots><DBSn"));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var lost = await Assert.ThrowsAsync<CloudException>(() => source.FindSnapshotAsync("snap", default));

        Assert.Equal(CloudFault.Unreachable, lost.Fault);
    }

    [Fact]
    public async Task Page_of_a_proxy_is_no_absence()
    {
        await using var aws = await CannedAws.WithRoleAsync(_ => new CannedAnswer(404, "<html>nothing here</html>", "text/html"));
        using var source = AwsAccounts.OpenSource(aws.Access);

        var refused = await Assert.ThrowsAsync<CloudException>(() => source.FindSnapshotAsync("snap", default));

        Assert.Equal(CloudFault.Other, refused.Fault);
        Assert.Contains("404", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_at_the_endpoint_is_unreachable_and_names_it()
    {
        var aws = await CannedAws.WithRoleAsync(_ => CannedAnswer.Refusal("Never"));
        await using var closed = aws;
        using var source = AwsAccounts.OpenSource(aws.Access with { Endpoint = new Uri("http://127.0.0.1:9/") });

        var lost = await Assert.ThrowsAsync<CloudException>(() => source.IdentifyAsync(default));

        Assert.Equal(CloudFault.Unreachable, lost.Fault);
        Assert.Contains("127.0.0.1:9", lost.Message, StringComparison.Ordinal);
        Assert.Contains("refused", lost.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Throttled_once_succeeds_without_the_caller_noticing()
    {
        var asked = 0;
        await using var aws = await CannedAws.WithRoleAsync(_ =>
            Interlocked.Increment(ref asked) == 1 ? CannedAnswer.Refusal("Throttling", "Rate exceeded") : Shapes.Snapshots(Shapes.Snapshot("snap", Shapes.StagingTags)));
        using var source = AwsAccounts.OpenSource(aws.Access);

        Assert.NotNull(await source.FindSnapshotAsync("snap", default));
        Assert.Equal(2, asked);
    }
}
