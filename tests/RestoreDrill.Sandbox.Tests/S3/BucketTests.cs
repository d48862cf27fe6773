using Amazon.S3;
using Amazon.S3.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.S3;

[Collection(nameof(SharedS3))]
public sealed class BucketTests(RunningS3 s3)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bucket_is_found_listed_and_located_in_the_region_of_the_call()
    {
        var name = await s3.BucketAsync();
        var head = await s3.Vault.HeadBucketAsync(new HeadBucketRequest { BucketName = name }, Ct);
        Assert.Equal((RunningS3.Region, $"arn:aws:s3:::{name}"), (head.BucketRegion, head.BucketArn));

        // As this SDK calls eu-west-1 when it makes a bucket.
        Assert.Equal("EU", (await s3.Vault.GetBucketLocationAsync(name, Ct)).Location.Value);
        Assert.Contains((await s3.Vault.ListBucketsAsync(Ct)).Buckets, bucket => bucket.BucketName == name);
        Assert.DoesNotContain((await s3.Source.ListBucketsAsync(Ct)).Buckets ?? [], bucket => bucket.BucketName == name);
    }

    [Fact]
    public async Task Name_is_taken_in_all_accounts()
    {
        var name = await s3.BucketAsync();
        await RunningS3.RefusedAsync(() => MakeAsync(s3.Vault, name), 409, "BucketAlreadyOwnedByYou", "you already own it");
        await RunningS3.RefusedAsync(() => MakeAsync(s3.Source, name), 409, "BucketAlreadyExists", "The requested bucket name is not available");
    }

    [Theory]
    [InlineData("Upper")]
    [InlineData("ab")]
    [InlineData("a..b")]
    [InlineData("192.168.0.1")]
    public async Task Name_that_cannot_be_one_is_refused(string name) =>
        await RunningS3.RefusedAsync(() => MakeAsync(s3.Vault, name), 400, "InvalidBucketName", "The specified bucket is not valid.");

    [Fact]
    public async Task Bucket_of_another_region_than_the_calls_is_refused() => await RunningS3.RefusedAsync(
        () => s3.Vault.PutBucketAsync(new PutBucketRequest { BucketName = "elsewhere", BucketRegionName = "eu-west-2" }, Ct),
        400, "IllegalLocationConstraintException", "The eu-west-2 location constraint is incompatible");

    [Fact]
    public async Task Call_through_another_region_is_told_where_the_bucket_is()
    {
        var name = await s3.BucketAsync();
        using var elsewhere = s3.Client(s3.KeysOf(Account.Vault), "eu-central-1");
        await RunningS3.RefusedAsync(
            () => elsewhere.ListVersionsAsync(new ListVersionsRequest { BucketName = name }, Ct), 301, "PermanentRedirect", "must be addressed using the specified endpoint");
    }

    [Fact]
    public async Task Bucket_that_is_not_there_is_not_found() => await RunningS3.RefusedAsync(
        () => s3.Vault.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "never-made" }, Ct), 404, "NoSuchBucket", "The specified bucket does not exist");

    [Fact]
    public async Task Bucket_with_a_version_or_a_delete_marker_is_not_deleted()
    {
        var name = await s3.BucketAsync(versioning: "Enabled");
        var version = (await s3.Vault.PutObjectAsync(RunningS3.Put(name, "a", "1"), Ct)).VersionId;
        var marker = (await s3.Vault.DeleteObjectAsync(name, "a", Ct)).VersionId;
        await RunningS3.RefusedAsync(() => s3.Vault.DeleteBucketAsync(name, Ct), 409, "BucketNotEmpty", "You must delete all versions in the bucket.");
        await s3.Vault.DeleteObjectAsync(name, "a", version, Ct);
        await RunningS3.RefusedAsync(() => s3.Vault.DeleteBucketAsync(name, Ct), 409, "BucketNotEmpty");
        await s3.Vault.DeleteObjectAsync(name, "a", marker, Ct);
        await s3.Vault.DeleteBucketAsync(name, Ct);
        await RunningS3.RefusedAsync(() => s3.Vault.GetBucketLocationAsync(name, Ct), 404, "NoSuchBucket");
    }

    [Fact]
    public async Task Encryption_is_AES256_until_a_key_is_named_and_then_said_of_new_objects()
    {
        var name = await s3.BucketAsync();
        var first = await s3.Vault.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = name }, Ct);
        Assert.Equal("AES256", Assert.Single(first.ServerSideEncryptionConfiguration.ServerSideEncryptionRules).ServerSideEncryptionByDefault.ServerSideEncryptionAlgorithm.Value);

        await s3.Vault.PutBucketEncryptionAsync(new PutBucketEncryptionRequest
        {
            BucketName = name,
            ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
            {
                ServerSideEncryptionRules =
                [
                    new ServerSideEncryptionRule
                    {
                        ServerSideEncryptionByDefault = new ServerSideEncryptionByDefault
                        {
                            ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AWSKMS, ServerSideEncryptionKeyManagementServiceKeyId = "alias/restoredrill",
                        },
                    },
                ],
            },
        }, Ct);
        await s3.Vault.PutObjectAsync(RunningS3.Put(name, "a", "1"), Ct);
        var head = await s3.Vault.GetObjectMetadataAsync(name, "a", Ct);
        Assert.Equal(("aws:kms", "alias/restoredrill"), (head.ServerSideEncryptionMethod.Value, head.ServerSideEncryptionKeyManagementServiceKeyId));
    }

    [Fact]
    public async Task Tags_are_set_all_at_once()
    {
        var name = await s3.BucketAsync();
        await RunningS3.RefusedAsync(() => TagsAsync(name), 404, "NoSuchTagSet");
        await s3.Vault.PutBucketTaggingAsync(new PutBucketTaggingRequest { BucketName = name, TagSet = [new Tag { Key = "restoredrill:installation", Value = "acme" }] }, Ct);
        Assert.Equal(("restoredrill:installation", "acme"), (await TagsAsync(name)).TagSet.Select(tag => (tag.Key, tag.Value)).Single());
        await RunningS3.RefusedAsync(
            () => s3.Vault.PutBucketTaggingAsync(new PutBucketTaggingRequest { BucketName = name, TagSet = [new Tag { Key = "aws:x", Value = "" }] }, Ct), 400, "InvalidTag");
    }

    [Fact]
    public async Task Operation_that_the_sandbox_has_not_is_refused_and_named() => await RunningS3.RefusedAsync(
        () => s3.Vault.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = "any", Key = "a" }, Ct), 501, "NotImplemented", "uploads");

    [Fact]
    public async Task Call_is_logged_with_its_operation_and_resource()
    {
        var name = await s3.BucketAsync();
        s3.Host.Control.ClearCalls();
        await s3.Vault.PutObjectAsync(RunningS3.Put(name, "a/b", "1"), Ct);
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Vault, name, "c"), 404, "NoSuchKey");
        Assert.Equal(
            [("s3", "PutObject", $"arn:aws:s3:::{name}/a/b", "ok", true), ("s3", "GetObject", $"arn:aws:s3:::{name}/c", "NoSuchKey", false)],
            s3.Host.Control.Calls.Select(call => (call.Service, call.Action, call.Resource, call.Outcome, call.CarriedOut)));
    }

    private Task<GetBucketTaggingResponse> TagsAsync(string name) => s3.Vault.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = name }, Ct);

    private static Task<PutBucketResponse> MakeAsync(AmazonS3Client client, string name) =>
        client.PutBucketAsync(new PutBucketRequest { BucketName = name, BucketRegionName = RunningS3.Region }, Ct);
}
