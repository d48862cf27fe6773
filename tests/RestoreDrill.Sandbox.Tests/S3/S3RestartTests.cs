using Amazon.S3.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.S3;

public sealed class S3RestartTests : IDisposable
{
    private readonly string state = Path.Combine(Path.GetTempPath(), "restoredrill-s3-" + Guid.NewGuid().ToString("n"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(state, recursive: true);

    [Fact]
    public async Task Sandbox_started_again_has_its_objects_their_locks_and_no_file_that_nobody_names()
    {
        const string bucket = "kept";
        string version, orphan;
        await using (var first = await SandboxHost.StartAsync(new SandboxOptions { StateDirectory = state }, Ct))
        {
            using var client = RunningS3.Client(first, RunningS3.KeysOf(first, Account.Vault));
            await client.PutBucketAsync(new PutBucketRequest { BucketName = bucket, ObjectLockEnabledForBucket = true, BucketRegionName = RunningS3.Region }, Ct);
            version = (await client.PutObjectAsync(RunningS3.Locked(bucket, "a", "1", first.Control.Now.AddDays(10)), Ct)).VersionId;
            orphan = Path.Combine(state, "objects", "half-an-upload");
            await File.WriteAllTextAsync(orphan, "x", Ct);
        }

        await using var second = await SandboxHost.StartAsync(new SandboxOptions { StateDirectory = state }, Ct);
        using var again = RunningS3.Client(second, RunningS3.KeysOf(second, Account.Vault));
        Assert.Equal("1", await RunningS3.TextAsync(again, bucket, "a", version));
        await RunningS3.RefusedAsync(() => again.DeleteObjectAsync(bucket, "a", version, Ct), 403, "AccessDenied", "protected by object lock");
        Assert.False(File.Exists(orphan), "what no version names is removed");
    }
}
