using Amazon.S3.Model;

namespace RestoreDrill.Sandbox.Tests.S3;

[Collection(nameof(SharedS3))]
public sealed class BucketPolicyTests(RunningS3 s3)
{
    private const string SourceAccount = """{"AWS":"111111111111"}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_account_gets_in_only_by_the_buckets_policy()
    {
        var bucket = await FilledAsync();
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Source, bucket, "a"), 403, "AccessDenied",
            $"is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::{bucket}/a\" because no resource-based policy allows the s3:GetObject action");
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Source, bucket, "a b"), 403, "AccessDenied", $"on resource: \"arn:aws:s3:::{bucket}/a b\" because");
        await PutAsync(bucket, Policy("Allow", SourceAccount, "s3:GetObject", $"arn:aws:s3:::{bucket}/*"));
        Assert.Equal("1", await RunningS3.TextAsync(s3.Source, bucket, "a"));
        await RunningS3.RefusedAsync(() => s3.Source.PutObjectAsync(RunningS3.Put(bucket, "b", "1"), Ct), 403, "AccessDenied");
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Source, bucket, "missing"), 403, "AccessDenied", "Access Denied");
        await s3.Vault.DeleteBucketPolicyAsync(bucket, Ct);
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Source, bucket, "a"), 403, "AccessDenied");
    }

    [Fact]
    public async Task Denial_of_the_policy_binds_the_buckets_own_account()
    {
        var bucket = await FilledAsync();
        await PutAsync(bucket, Policy("Deny", "\"*\"", "s3:DeleteObject*", $"arn:aws:s3:::{bucket}/*"));
        await RunningS3.RefusedAsync(() => s3.Vault.DeleteObjectAsync(bucket, "a", Ct), 403, "AccessDenied", "with an explicit deny in a resource-based policy");
    }

    [Fact]
    public async Task Role_without_a_policy_for_it_gets_nothing_and_a_role_the_policy_names_gets_in()
    {
        var bucket = await FilledAsync();
        using var role = await s3.AssumeAsync("restoredrill-drill");
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(role, bucket, "a"), 403, "AccessDenied", "because no identity-based policy allows the s3:GetObject action");
        await PutAsync(bucket, Policy("Allow", """{"AWS":"arn:aws:iam::222222222222:role/restoredrill-drill"}""", "s3:GetObject", $"arn:aws:s3:::{bucket}/*"));
        Assert.Equal("1", await RunningS3.TextAsync(role, bucket, "a"));
    }

    [Theory]
    [InlineData("s3:object-lock-mode", "StringNotEquals", "COMPLIANCE", "GOVERNANCE", 40, true)]
    [InlineData("s3:object-lock-mode", "StringNotEquals", "COMPLIANCE", "COMPLIANCE", 40, false)]
    [InlineData("s3:object-lock-remaining-retention-days", "NumericLessThan", "30", "COMPLIANCE", 29, true)]
    [InlineData("s3:object-lock-remaining-retention-days", "NumericLessThan", "30", "COMPLIANCE", 30, false)]
    public async Task Policy_sees_what_retention_a_put_asks_for(string key, string comparison, string limit, string mode, int days, bool isRefused)
    {
        var bucket = await s3.BucketAsync(objectLock: true);
        await PutAsync(bucket, $$$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::{{{{bucket}}}}/*",
            "Condition":{"{{{{comparison}}}}":{"{{{{key}}}}":"{{{{limit}}}}"}}}]}
            """);
        Task PutLockedAsync() => s3.Vault.PutObjectAsync(RunningS3.Locked(bucket, "a", "1", s3.Host.Control.Now.AddDays(days), mode), Ct);
        if (isRefused)
        {
            await RunningS3.RefusedAsync(PutLockedAsync, 403, "AccessDenied", "explicit deny");
        }
        else
        {
            await PutLockedAsync();
        }
    }

    [Fact]
    public async Task Policy_sees_the_prefix_of_a_list()
    {
        var bucket = await FilledAsync();
        await PutAsync(bucket, $$$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{{{SourceAccount}}}},"Action":["s3:ListBucket","s3:ListBucketVersions"],
            "Resource":"arn:aws:s3:::{{{{bucket}}}}","Condition":{"StringLike":{"s3:prefix":"demo/*"}}}]}
            """);
        await s3.Source.ListVersionsAsync(new ListVersionsRequest { BucketName = bucket, Prefix = "demo/a" }, Ct);
        await RunningS3.RefusedAsync(() => s3.Source.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }, Ct), 403, "AccessDenied");
    }

    [Fact]
    public async Task Public_policy_is_refused_until_the_block_is_taken_off()
    {
        var bucket = await FilledAsync();
        var open = Policy("Allow", "\"*\"", "s3:GetObject", $"arn:aws:s3:::{bucket}/*");
        await RunningS3.RefusedAsync(() => PutAsync(bucket, open), 403, "AccessDenied",
            "because public policies are blocked by the BlockPublicPolicy block public access setting.");
        await s3.Vault.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = bucket }, Ct);
        await RunningS3.RefusedAsync(() => BlockAsync(bucket), 404, "NoSuchPublicAccessBlockConfiguration");
        await PutAsync(bucket, open);
        Assert.True((await s3.Vault.GetBucketPolicyStatusAsync(new GetBucketPolicyStatusRequest { BucketName = bucket }, Ct)).PolicyStatus.IsPublic);
        Assert.Equal("1", await RunningS3.TextAsync(s3.Source, bucket, "a"));
        await s3.Vault.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest
        {
            BucketName = bucket, PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration { RestrictPublicBuckets = true },
        }, Ct);
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Source, bucket, "a"), 403, "AccessDenied");
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-abcdefghij"}}""", false)]
    [InlineData("""{"StringLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/x"}}""", true)]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalAccount":"111111111111"}}""", true)]
    [InlineData("""{"StringEqualsIfExists":{"aws:PrincipalAccount":"111111111111"}}""", true)]
    [InlineData("""{"StringEquals":{"s3:prefix":"a"}}""", true)]
    public async Task Policy_for_everybody_is_public_unless_a_condition_holds_it_to_fixed_values(string condition, bool isPublic)
    {
        var bucket = await s3.BucketAsync();
        var policy = $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::{{bucket}}/*","Condition":{{condition}}}]}
            """;
        if (isPublic)
        {
            await RunningS3.RefusedAsync(() => PutAsync(bucket, policy), 403, "AccessDenied", "BlockPublicPolicy");
        }
        else
        {
            await PutAsync(bucket, policy);
        }
    }

    [Theory]
    [InlineData("", "Policies must be valid JSON and the first byte must be '{'")]
    [InlineData("no json", "Policies must be valid JSON and the first byte must be '{'")]
    [InlineData("{}", "Missing required field Statement")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::another-bucket/*"}]}""", "Policy has invalid resource")]
    public async Task Policy_that_cannot_be_one_is_malformed(string policy, string text)
    {
        var bucket = await s3.BucketAsync();
        await RunningS3.RefusedAsync(() => PutAsync(bucket, policy), 400, "MalformedPolicy", text);
    }

    [Fact]
    public async Task Policy_is_answered_as_it_was_put_and_to_its_owner_only()
    {
        var bucket = await s3.BucketAsync();
        await RunningS3.RefusedAsync(
            () => s3.Vault.GetBucketPolicyStatusAsync(new GetBucketPolicyStatusRequest { BucketName = bucket }, Ct), 404, "NoSuchBucketPolicy", "The bucket policy does not exist");
        var policy = Policy("Allow", SourceAccount, "s3:*", $"arn:aws:s3:::{bucket}");
        await PutAsync(bucket, policy);
        Assert.Equal(policy, (await s3.Vault.GetBucketPolicyAsync(bucket, Ct)).Policy);
        await RunningS3.RefusedAsync(() => s3.Source.GetBucketPolicyAsync(bucket, Ct), 405, "MethodNotAllowed");
    }

    [Fact]
    public async Task Bucket_of_another_owner_than_expected_is_refused()
    {
        var bucket = await FilledAsync();
        await RunningS3.RefusedAsync(
            () => s3.Vault.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = "a", ExpectedBucketOwner = "111111111111" }, Ct), 403, "AccessDenied");
    }

    private Task<GetPublicAccessBlockResponse> BlockAsync(string bucket) => s3.Vault.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = bucket }, Ct);

    private Task<PutBucketPolicyResponse> PutAsync(string bucket, string policy) => s3.Vault.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = bucket, Policy = policy }, Ct);

    private async Task<string> FilledAsync()
    {
        var bucket = await s3.BucketAsync();
        await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "a", "1"), Ct);
        return bucket;
    }

    private static string Policy(string effect, string principal, string action, string resource) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}","Principal":{{principal}},"Action":"{{action}}","Resource":"{{resource}}"}]}""";
}
