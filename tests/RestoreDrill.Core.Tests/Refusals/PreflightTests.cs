using Microsoft.Extensions.Time.Testing;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Refusals;

namespace RestoreDrill.Core.Tests.Refusals;

public sealed class PreflightTests
{
    private static readonly TimingOptions Timing = new() { Poll = TimeSpan.FromSeconds(30), Trouble = TimeSpan.FromMinutes(5) };

    [Fact]
    public async Task Being_asked_too_often_is_waited_out()
    {
        var asked = 0;

        await Looking(() => ++asked < 4 ? throw Refusal(CloudFault.Throttled) : Task.CompletedTask);

        Assert.Equal(4, asked);
    }

    [Fact]
    public async Task Being_asked_too_often_for_too_long_is_a_refusal_with_the_answer()
    {
        var asked = 0;

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => Looking(() =>
        {
            asked++;
            throw Refusal(CloudFault.Throttled);
        }));

        Assert.Equal(11, asked);
        Assert.Contains("request id r-1", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CloudFault.Unreachable)]
    [InlineData(CloudFault.AccessDenied)]
    [InlineData(CloudFault.Credentials)]
    [InlineData(CloudFault.Other)]
    public async Task Every_other_refusal_is_one_at_once(CloudFault fault)
    {
        var asked = 0;

        await Assert.ThrowsAsync<RefusedException>(() => Looking(() =>
        {
            asked++;
            throw Refusal(fault);
        }));

        Assert.Equal(1, asked);
    }

    private static async Task Looking(Func<Task> ask)
    {
        var time = new FakeTimeProvider();
        var looking = new Preflight(Timing, time).AskAsync(ask, TestContext.Current.CancellationToken);
        while (!looking.IsCompleted)
        {
            time.Advance(Timing.Poll);
            await Task.Yield();
        }

        await looking;
    }

    private static CloudException Refusal(CloudFault fault) => new(fault, "sts:GetCallerIdentity", "account 1", "Code", "r-1", "No.");
}
