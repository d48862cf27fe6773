using Amazon.S3;
using Amazon.S3.Model;

namespace RestoreDrill.Sandbox.Tests.S3;

[Collection(nameof(SharedS3))]
public sealed class ObjectLockTests(RunningS3 s3)
{
    private const string Protected = "Access Denied because object protected by object lock.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => s3.Host.Control.Now;

    [Fact]
    public async Task Compliance_retention_keeps_a_version_from_everybody_until_it_is_over()
    {
        var bucket = await s3.BucketAsync(objectLock: true);
        var version = (await s3.Vault.PutObjectAsync(RunningS3.Locked(bucket, "a", "1", Now.AddDays(10)), Ct)).VersionId;
        await RunningS3.RefusedAsync(() => DeleteAsync(bucket, version, bypass: false), 403, "AccessDenied", Protected);
        await RunningS3.RefusedAsync(() => DeleteAsync(bucket, version, bypass: true), 403, "AccessDenied", Protected);
        await RunningS3.RefusedAsync(() => RetainAsync(bucket, "COMPLIANCE", 5, bypass: true), 403, "AccessDenied", Protected);
        await RunningS3.RefusedAsync(() => RetainAsync(bucket, "GOVERNANCE", 20, bypass: true), 403, "AccessDenied", Protected);
        await RetainAsync(bucket, "COMPLIANCE", 20, bypass: false);
        s3.Host.Control.Advance(TimeSpan.FromDays(15));
        await RunningS3.RefusedAsync(() => DeleteAsync(bucket, version, bypass: true), 403, "AccessDenied", Protected);
        s3.Host.Control.Advance(TimeSpan.FromDays(5));
        await DeleteAsync(bucket, version, bypass: false);
        await RunningS3.RefusedAsync(() => RunningS3.TextAsync(s3.Vault, bucket, "a", version), 404, "NoSuchVersion");
    }

    [Fact]
    public async Task Governance_retention_gives_way_only_to_who_says_so()
    {
        var bucket = await s3.BucketAsync(objectLock: true);
        var version = (await s3.Vault.PutObjectAsync(RunningS3.Locked(bucket, "a", "1", Now.AddDays(10), "GOVERNANCE"), Ct)).VersionId;
        await RunningS3.RefusedAsync(() => DeleteAsync(bucket, version, bypass: false), 403, "AccessDenied", Protected);
        await RunningS3.RefusedAsync(() => RetainAsync(bucket, "GOVERNANCE", 5, bypass: false), 403, "AccessDenied", Protected);
        await RunningS3.RefusedAsync(() => RetainAsync(bucket, "COMPLIANCE", 20, bypass: false), 403, "AccessDenied", Protected);
        await RetainAsync(bucket, "GOVERNANCE", 20, bypass: false);
        await RetainAsync(bucket, "GOVERNANCE", 5, bypass: true);
        await DeleteAsync(bucket, version, bypass: true);
    }

    [Fact]
    public async Task Bypass_needs_the_permission_to()
    {
        var bucket = await s3.BucketAsync(objectLock: true);
        var version = (await s3.Vault.PutObjectAsync(RunningS3.Locked(bucket, "a", "1", Now.AddDays(10), "GOVERNANCE"), Ct)).VersionId;
        await s3.Vault.PutBucketPolicyAsync(bucket, $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:BypassGovernanceRetention","Resource":"arn:aws:s3:::{{bucket}}/*"}]}
            """, Ct);
        await RunningS3.RefusedAsync(() => DeleteAsync(bucket, version, bypass: true), 403, "AccessDenied", Protected);
    }

    [Fact]
    public async Task Legal_hold_keeps_a_version_until_it_is_taken_off()
    {
        var bucket = await s3.BucketAsync(objectLock: true);
        var request = RunningS3.Put(bucket, "a", "1");
        request.ObjectLockLegalHoldStatus = ObjectLockLegalHoldStatus.On;
        var version = (await s3.Vault.PutObjectAsync(request, Ct)).VersionId;
        await RunningS3.RefusedAsync(() => DeleteAsync(bucket, version, bypass: true), 403, "AccessDenied", Protected);
        Assert.Equal("ON", (await s3.Vault.GetObjectLegalHoldAsync(new GetObjectLegalHoldRequest { BucketName = bucket, Key = "a" }, Ct)).LegalHold.Status.Value);
        await s3.Vault.PutObjectLegalHoldAsync(new PutObjectLegalHoldRequest
        {
            BucketName = bucket, Key = "a", LegalHold = new ObjectLockLegalHold { Status = ObjectLockLegalHoldStatus.Off },
        }, Ct);
        await DeleteAsync(bucket, version, bypass: false);
    }

    [Fact]
    public async Task Delete_marker_may_be_laid_over_a_protected_version_which_stays()
    {
        var bucket = await s3.BucketAsync(objectLock: true);
        var version = (await s3.Vault.PutObjectAsync(RunningS3.Locked(bucket, "a", "1", Now.AddDays(10)), Ct)).VersionId;
        var marker = (await s3.Vault.DeleteObjectAsync(bucket, "a", Ct)).VersionId;
        Assert.Equal("1", await RunningS3.TextAsync(s3.Vault, bucket, "a", version));
        await RunningS3.RefusedAsync(
            () => s3.Vault.GetObjectRetentionAsync(new GetObjectRetentionRequest { BucketName = bucket, Key = "a", VersionId = marker }, Ct), 405, "MethodNotAllowed");
        await s3.Vault.DeleteObjectAsync(bucket, "a", marker, Ct);
        Assert.Equal("1", await RunningS3.TextAsync(s3.Vault, bucket, "a"));
    }

    [Fact]
    public async Task Default_retention_of_the_bucket_counts_for_what_is_put_from_then_on()
    {
        var bucket = await s3.BucketAsync(objectLock: true);
        await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "before", "1"), Ct);
        await s3.Vault.PutObjectLockConfigurationAsync(Configuration(bucket, new DefaultRetention { Mode = ObjectLockRetentionMode.Compliance, Days = 30 }), Ct);
        await s3.Vault.PutObjectAsync(RunningS3.Put(bucket, "a", "1"), Ct);
        var retention = (await s3.Vault.GetObjectRetentionAsync(new GetObjectRetentionRequest { BucketName = bucket, Key = "a" }, Ct)).Retention;
        Assert.Equal("COMPLIANCE", retention.Mode.Value);
        Assert.Equal(30, (retention.RetainUntilDate!.Value.ToUniversalTime() - Now.UtcDateTime).TotalDays, 0.01);
        await RunningS3.RefusedAsync(
            () => s3.Vault.GetObjectRetentionAsync(new GetObjectRetentionRequest { BucketName = bucket, Key = "before" }, Ct), 404, "NoSuchObjectLockConfiguration");
        var head = await s3.Vault.GetObjectMetadataAsync(bucket, "a", Ct);
        Assert.Equal(retention.RetainUntilDate!.Value.ToUniversalTime(), head.ObjectLockRetainUntilDate!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task Versions_of_a_bucket_with_object_lock_cannot_be_suspended()
    {
        var bucket = await s3.BucketAsync(objectLock: true);
        Assert.Equal("Enabled", (await s3.Vault.GetBucketVersioningAsync(bucket, Ct)).VersioningConfig.Status.Value);
        await RunningS3.RefusedAsync(
            () => s3.Vault.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = bucket, VersioningConfig = new S3BucketVersioningConfig { Status = "Suspended" } }, Ct),
            409, "InvalidBucketState", "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.");
    }

    [Fact]
    public async Task Object_lock_can_be_turned_on_where_there_are_versions_and_never_off()
    {
        var bucket = await s3.BucketAsync();
        await RunningS3.RefusedAsync(() => LockAsync(bucket), 404, "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket");
        await RunningS3.RefusedAsync(
            () => s3.Vault.PutObjectLockConfigurationAsync(Configuration(bucket, null), Ct), 409, "InvalidBucketState", "Versioning must be 'Enabled' on the bucket");
        await s3.Vault.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = bucket, VersioningConfig = new S3BucketVersioningConfig { Status = "Enabled" } }, Ct);
        await s3.Vault.PutObjectLockConfigurationAsync(Configuration(bucket, new DefaultRetention { Mode = ObjectLockRetentionMode.Governance, Years = 1 }), Ct);
        Assert.Equal(1, (await LockAsync(bucket)).ObjectLockConfiguration.Rule.DefaultRetention.Years);
        await s3.Vault.PutObjectLockConfigurationAsync(Configuration(bucket, null), Ct);
        var without = (await LockAsync(bucket)).ObjectLockConfiguration;
        Assert.Equal(("Enabled", null), (without.ObjectLockEnabled.Value, without.Rule));
    }

    [Fact]
    public async Task Retention_is_refused_without_object_lock_in_the_past_and_by_half()
    {
        var open = await s3.BucketAsync(versioning: "Enabled");
        await RunningS3.RefusedAsync(
            () => s3.Vault.PutObjectAsync(RunningS3.Locked(open, "a", "1", Now.AddDays(1)), Ct), 400, "InvalidRequest", "Bucket is missing Object Lock Configuration");
        var bucket = await s3.BucketAsync(objectLock: true);
        await RunningS3.RefusedAsync(
            () => s3.Vault.PutObjectAsync(RunningS3.Locked(bucket, "a", "1", Now.AddDays(-1)), Ct), 400, "InvalidArgument", "The retain until date must be in the future!");
        var half = RunningS3.Put(bucket, "a", "1");
        half.ObjectLockMode = ObjectLockMode.Compliance;
        await RunningS3.RefusedAsync(() => s3.Vault.PutObjectAsync(half, Ct), 400, "InvalidArgument", "must both be supplied");
    }

    private Task<GetObjectLockConfigurationResponse> LockAsync(string bucket) =>
        s3.Vault.GetObjectLockConfigurationAsync(new GetObjectLockConfigurationRequest { BucketName = bucket }, Ct);

    private Task<DeleteObjectResponse> DeleteAsync(string bucket, string version, bool bypass) => s3.Vault.DeleteObjectAsync(
        new DeleteObjectRequest { BucketName = bucket, Key = "a", VersionId = version, BypassGovernanceRetention = bypass ? true : null }, Ct);

    private Task<PutObjectRetentionResponse> RetainAsync(string bucket, string mode, int days, bool bypass) => s3.Vault.PutObjectRetentionAsync(new PutObjectRetentionRequest
    {
        BucketName = bucket,
        Key = "a",
        BypassGovernanceRetention = bypass ? true : null,
        Retention = new ObjectLockRetention { Mode = ObjectLockRetentionMode.FindValue(mode), RetainUntilDate = Now.AddDays(days).UtcDateTime },
    }, Ct);

    private static PutObjectLockConfigurationRequest Configuration(string bucket, DefaultRetention? retention) => new()
    {
        BucketName = bucket,
        ObjectLockConfiguration = new ObjectLockConfiguration
        {
            ObjectLockEnabled = ObjectLockEnabled.Enabled, Rule = retention is null ? null : new ObjectLockRule { DefaultRetention = retention },
        },
    };
}
