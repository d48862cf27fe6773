using Amazon.S3.Model;

namespace RestoreDrill.Sandbox.Tests.S3;

[Collection(nameof(SharedS3))]
public sealed class ObjectListTests(RunningS3 s3)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_keys_give_each_once_and_in_order()
    {
        var bucket = await FilledAsync("b", "a", "c/1", "c/2", "d", "é");
        var found = new List<string>();
        string? token = null;
        do
        {
            var page = await s3.Vault.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, MaxKeys = 2, ContinuationToken = token }, Ct);
            found.AddRange(page.S3Objects.Select(one => one.Key));
            token = page.NextContinuationToken;
        }
        while (token is not null);
        Assert.Equal(["a", "b", "c/1", "c/2", "d", "é"], found);
    }

    [Fact]
    public async Task Pages_with_a_delimiter_give_each_common_prefix_once()
    {
        var bucket = await FilledAsync("a", "c/1", "c/2", "d/1", "e");
        var found = new List<string>();
        string? token = null;
        do
        {
            var page = await s3.Vault.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, MaxKeys = 1, Delimiter = "/", ContinuationToken = token }, Ct);
            found.AddRange((page.S3Objects ?? []).Select(one => one.Key).Concat(page.CommonPrefixes ?? []));
            token = page.NextContinuationToken;
        }
        while (token is not null);
        Assert.Equal(["a", "c/", "d/", "e"], found);
    }

    [Fact]
    public async Task Prefix_and_start_narrow_the_list()
    {
        var bucket = await FilledAsync("a", "c/1", "c/2", "d");
        async Task<IEnumerable<string>> KeysAsync(string? prefix, string? start) =>
            (await s3.Vault.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, StartAfter = start }, Ct)).S3Objects.Select(one => one.Key);
        Assert.Equal(["c/1", "c/2"], await KeysAsync("c/", null));
        Assert.Equal(["c/2", "d"], await KeysAsync(null, "c/1"));
    }

    [Fact]
    public async Task Pages_of_versions_give_each_once_the_newest_of_a_key_first()
    {
        var bucket = await s3.BucketAsync(versioning: "Enabled");
        var versions = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            versions.Add((await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "a", $"{i}"), Ct)).VersionId);
        }

        var marker = (await s3.Vault.DeleteObjectAsync(bucket, "a", Ct)).VersionId;
        var other = (await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "b", "1"), Ct)).VersionId;
        var found = new List<(string, bool)>();
        ListVersionsResponse page;
        var request = new ListVersionsRequest { BucketName = bucket, MaxKeys = 2 };
        do
        {
            page = await s3.Vault.ListVersionsAsync(request, Ct);
            found.AddRange(page.Versions.Select(version => (version.VersionId, version.IsLatest == true)));
            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }
        while (page.IsTruncated == true);
        Assert.Equal([(marker, true), (versions[2], false), (versions[1], false), (versions[0], false), (other, true)], found);
    }

    private async Task<string> FilledAsync(params string[] keys)
    {
        var bucket = await s3.BucketAsync();
        foreach (var key in keys)
        {
            await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, key, key), Ct);
        }

        return bucket;
    }
}
