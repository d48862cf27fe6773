using System.Security.Cryptography;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace RestoreDrill.Sandbox.Tests.S3;

[Collection(nameof(SharedS3))]
public sealed class ObjectTests(RunningS3 s3)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("plain")]
    [InlineData("a/b c+d/é!'()*&$@=;:,?%20 <>")]
    public async Task Content_comes_back_as_it_was_put(string key)
    {
        var bucket = await s3.BucketAsync();
        var put = await s3.Vault.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = "content", ContentType = "application/json", Metadata = { ["k"] = "v" } }, Ct);
        Assert.Equal("\"9a0364b9e99bb480dd25e1f0284c8555\"", put.ETag);
        Assert.Equal("content", await RunningS3.TextAsync(s3.Vault, bucket, key));
        var head = await s3.Vault.GetObjectMetadataAsync(bucket, key, Ct);
        Assert.Equal((7L, "application/json", "v", null), (head.ContentLength, head.Headers.ContentType, head.Metadata["k"], head.VersionId));
        Assert.Equal([key], (await s3.Vault.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }, Ct)).S3Objects.Select(found => found.Key));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Long_content_comes_back_as_it_was_put(bool inChunks)
    {
        var bucket = await s3.BucketAsync();
        var content = RandomNumberGenerator.GetBytes(5_000_000);
        await s3.Vault.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket, Key = "big", InputStream = new MemoryStream(content), UseChunkEncoding = inChunks,
        }, Ct);
        using var answer = await s3.Vault.GetObjectAsync(bucket, "big", Ct);
        using var read = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(read, Ct);
        Assert.True(content.AsSpan().SequenceEqual(read.ToArray()), "the content is another one");
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("CRC64NVME")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task Checksum_of_the_clients_algorithm_is_kept_and_answered(string algorithm)
    {
        var bucket = await s3.BucketAsync();
        var request = RunningS3.Put(bucket, "a", "123456789");
        switch (algorithm)
        {
            // These two the SDK only sends, and does not calculate by itself.
            case "CRC32C":
                request.ChecksumCRC32C = "4waSgw==";
                break;
            case "CRC64NVME":
                request.ChecksumCRC64NVME = "rosUhgp5mIg=";
                break;
            default:
                request.ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm);
                break;
        }

        await s3.Vault.PutObjectAsync(request, Ct);
        var head = await s3.Vault.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = "a", ChecksumMode = ChecksumMode.ENABLED }, Ct);
        var found = algorithm switch
        {
            "CRC32" => (head.ChecksumCRC32, "y/Q5Jg=="),
            "CRC32C" => (head.ChecksumCRC32C, "4waSgw=="),
            "CRC64NVME" => (head.ChecksumCRC64NVME, "rosUhgp5mIg="),
            "SHA1" => (head.ChecksumSHA1, "98O8HYCOBHMq32eZZczDTKeuNEE="),
            _ => (head.ChecksumSHA256, Convert.ToBase64String(SHA256.HashData("123456789"u8))),
        };
        Assert.Equal(found.Item2, found.Item1);
    }

    [Fact]
    public async Task Content_that_is_not_what_its_digest_says_is_refused_and_not_kept()
    {
        var bucket = await s3.BucketAsync();
        var sha256 = RunningS3.Put(bucket, "a", "content");
        sha256.ChecksumSHA256 = Convert.ToBase64String(SHA256.HashData("another"u8));
        await RunningS3.RefusedAsync(() => s3.Vault.PutObjectAsync(sha256, Ct), 400, "BadDigest", "The SHA256 you specified did not match");
        var md5 = RunningS3.Put(bucket, "a", "content");
        md5.MD5Digest = "sy1z5W7Jm8Xsj4OHHN5wig==";
        await RunningS3.RefusedAsync(() => s3.Vault.PutObjectAsync(md5, Ct), 400, "BadDigest", "The Content-MD5 you specified did not match");
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Vault, bucket, "a"), 404, "NoSuchKey");
    }

    [Fact]
    public async Task Refused_content_leaves_no_file()
    {
        var bucket = await s3.BucketAsync();
        await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "a", "first"), Ct);
        var files = Directory.GetFiles(Path.Combine(s3.Host.StateDirectory, "objects")).Length;
        var request = RunningS3.Put(bucket, "a", "content");
        request.IfNoneMatch = "*";
        await RunningS3.RefusedAsync(() => s3.Vault.PutObjectAsync(request, Ct), 412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        Assert.Equal(files, Directory.GetFiles(Path.Combine(s3.Host.StateDirectory, "objects")).Length);
        await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "a", "second"), Ct);
        Assert.Equal(files, Directory.GetFiles(Path.Combine(s3.Host.StateDirectory, "objects")).Length);
    }

    [Fact]
    public async Task Put_if_none_matches_succeeds_over_nothing_and_over_a_delete_marker_only()
    {
        var bucket = await s3.BucketAsync(versioning: "Enabled");
        PutObjectRequest Fresh() => new() { BucketName = bucket, Key = "a", ContentBody = "1", IfNoneMatch = "*" };
        await s3.Vault.PutObjectAsync(Fresh(), Ct);
        await RunningS3.RefusedAsync(() => s3.Vault.PutObjectAsync(Fresh(), Ct), 412, "PreconditionFailed");
        await s3.Vault.DeleteObjectAsync(bucket, "a", Ct);
        await s3.Vault.PutObjectAsync(Fresh(), Ct);
    }

    [Fact]
    public async Task Version_stays_under_a_newer_one_and_under_a_delete_marker()
    {
        var bucket = await s3.BucketAsync(versioning: "Enabled");
        var first = (await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "a", "1"), Ct)).VersionId;
        var second = (await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "a", "2"), Ct)).VersionId;
        var marker = await s3.Vault.DeleteObjectAsync(bucket, "a", Ct);
        Assert.Equal("true", marker.DeleteMarker);
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Vault, bucket, "a"), 404, "NoSuchKey");
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Vault, bucket, "a", marker.VersionId), 405, "MethodNotAllowed");
        Assert.Equal(("1", "2"), (await RunningS3.TextAsync(s3.Vault, bucket, "a", first), await RunningS3.TextAsync(s3.Vault, bucket, "a", second)));
        await s3.Vault.DeleteObjectAsync(bucket, "a", marker.VersionId, Ct);
        Assert.Equal("2", await RunningS3.TextAsync(s3.Vault, bucket, "a"));
    }

    [Fact]
    public async Task Version_that_is_not_there_is_not_found_and_one_that_cannot_be_is_invalid()
    {
        var bucket = await s3.BucketAsync(versioning: "Enabled");
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Vault, bucket, "a", new string('A', 32)), 404, "NoSuchVersion", "The specified version does not exist.");
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Vault, bucket, "a", "x"), 400, "InvalidArgument", "Invalid version id specified");
    }

    [Fact]
    public async Task Range_of_a_content_is_that_part_of_it()
    {
        var bucket = await s3.BucketAsync();
        await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "a", "0123456789"), Ct);
        using var answer = await s3.Vault.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = "a", ByteRange = new ByteRange(2, 4) }, Ct);
        using var reader = new StreamReader(answer.ResponseStream, Encoding.UTF8);
        Assert.Equal(("234", "bytes 2-4/10"), (await reader.ReadToEndAsync(Ct), answer.ContentRange));
        await RunningS3.RefusedAsync(
            () => s3.Vault.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = "a", ByteRange = new ByteRange(10, 12) }, Ct), 416, "InvalidRange");
    }

    [Fact]
    public async Task Many_keys_are_deleted_each_with_its_own_answer()
    {
        var bucket = await s3.BucketAsync(objectLock: true);
        await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "free", "1"), Ct);
        var held = (await s3.Vault.PutObjectAsync(RunningS3.Locked(bucket, "held", "1", s3.Host.Control.Now.AddDays(1)), Ct)).VersionId;
        var answer = await Assert.ThrowsAsync<DeleteObjectsException>(() => s3.Vault.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            BucketName = bucket, Objects = [new KeyVersion { Key = "free" }, new KeyVersion { Key = "held", VersionId = held }],
        }, Ct));
        Assert.Equal(("free", "true"), answer.Response.DeletedObjects.Select(deleted => (deleted.Key, deleted.DeleteMarker?.ToString().ToLowerInvariant())).Single());
        Assert.Equal(("held", "AccessDenied", "Access Denied because object protected by object lock."), answer.Response.DeleteErrors.Select(error => (error.Key, error.Code, error.Message)).Single());
    }

    [Theory]
    [InlineData("x-amz-storage-class", "GLACIER", "NotImplemented")]
    [InlineData("x-amz-tagging", "a=b", "NotImplemented")]
    [InlineData("x-amz-acl", "public-read", "AccessControlListNotSupported")]
    public async Task Header_that_the_sandbox_cannot_keep_is_refused(string header, string value, string code)
    {
        var request = RunningS3.Put(await s3.BucketAsync(), "a", "1");
        switch (header)
        {
            case "x-amz-storage-class":
                request.StorageClass = S3StorageClass.FindValue(value);
                break;
            case "x-amz-tagging":
                request.TagSet = [new Tag { Key = "a", Value = "b" }];
                break;
            default:
                request.CannedACL = S3CannedACL.FindValue(value);
                break;
        }

        Assert.Equal(code, (await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => s3.Vault.PutObjectAsync(request, Ct))).ErrorCode);
    }
}
