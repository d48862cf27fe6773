using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.Sandbox.Tests.S3;

[Collection(nameof(SharedS3))]
public sealed class S3EndpointTests(RunningS3 s3)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_with_a_wrong_secret_is_refused()
    {
        using var client = s3.Client(new BasicAWSCredentials(s3.Host.KeysOf(Account.Vault).AccessKeyId, "wrong"));
        await RunningS3.RefusedAsync(() => client.ListBucketsAsync(Ct), 403, "SignatureDoesNotMatch", "Check your key and signing method.");
        using var unknown = s3.Client(new BasicAWSCredentials("AKIAAAAAAAAAAAAAAAAA", "wrong"));
        await RunningS3.RefusedAsync(() => unknown.ListBucketsAsync(Ct), 403, "InvalidAccessKeyId", "does not exist in our records");
    }

    [Fact]
    public async Task Skewed_clock_is_refused_beyond_a_quarter_of_an_hour()
    {
        await using var host = await SandboxHost.StartAsync(new SandboxOptions(), Ct);
        using var client = RunningS3.Client(host, RunningS3.KeysOf(host, Account.Vault));
        host.Control.SetSkew(TimeSpan.FromMinutes(14));
        await client.ListBucketsAsync(Ct);
        host.Control.SetSkew(TimeSpan.FromMinutes(-16));
        await RunningS3.RefusedAsync(() => client.ListBucketsAsync(Ct), 403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");
    }

    [Fact]
    public async Task Throttled_call_is_told_to_slow_down()
    {
        s3.Host.Control.Throttle(1, "ListBuckets");
        await RunningS3.RefusedAsync(() => s3.Vault.ListBucketsAsync(Ct), 503, "SlowDown", "Please reduce your request rate.");
        await s3.Vault.ListBucketsAsync(Ct);
    }

    [Theory]
    [InlineData(FaultMoment.Before, false)]
    [InlineData(FaultMoment.After, true)]
    [InlineData(FaultMoment.LostAnswer, true)]
    [InlineData(FaultMoment.LostCall, false)]
    public async Task Failed_call_is_carried_out_or_not_by_its_moment(FaultMoment moment, bool carriedOut)
    {
        var bucket = await s3.BucketAsync();
        s3.Host.Control.Fail(new CallFault { Action = "PutObject", Moment = moment });
        await Assert.ThrowsAnyAsync<Exception>(() => s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "a", "1"), Ct));
        var there = (await s3.Vault.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }, Ct)).S3Objects ?? [];
        Assert.Equal(carriedOut, there.Exists(found => found.Key == "a"));
    }

    [Fact]
    public async Task Lost_answer_with_a_content_breaks_off_in_the_middle_of_it()
    {
        var bucket = await s3.BucketAsync();
        await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "a", new string('a', 1_000_000)), Ct);
        s3.Host.Control.Fail(new CallFault { Action = "GetObject", Moment = FaultMoment.LostAnswer });
        var broken = await Assert.ThrowsAnyAsync<Exception>(() => RunningS3.TextAsync(s3.Vault, bucket, "a"));
        Assert.IsNotType<AmazonS3Exception>(broken);
        Assert.Equal(1_000_000, (await RunningS3.TextAsync(s3.Vault, bucket, "a")).Length);
    }
}
