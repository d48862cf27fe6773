using Amazon.S3.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;

namespace RestoreDrill.Isolation.Accounts;

/// <summary>The buckets of one account.</summary>
internal sealed class MemberBuckets(AccountSession session)
{
    /// <summary>What a bucket is like; null: there is none of that name anywhere.</summary>
    /// <exception cref="CloudException">It is another account's, or AWS did not answer.</exception>
    public async Task<BucketFindings?> FindAsync(FactStoreOptions bucket, CancellationToken cancellationToken)
    {
        var there = await session.Calls.LookAsync(
            "s3:GetBucketVersioning",
            $"bucket {bucket.Bucket}",
            "NoSuchBucket",
            session.S3.GetBucketVersioningAsync,
            new GetBucketVersioningRequest { BucketName = bucket.Bucket, ExpectedBucketOwner = bucket.Owner },
            cancellationToken);
        return there is null ? null : await new BucketExamination(session, bucket.Bucket, bucket.Owner).WithLockAsync(cancellationToken);
    }

    /// <summary>A bucket with Object Lock, which cannot be turned off again.</summary>
    public Task CreateAsync(string name, string region, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "s3:CreateBucket",
        $"bucket {name}",
        session.S3.PutBucketAsync,
        new PutBucketRequest { BucketName = name, BucketRegionName = region, ObjectLockEnabledForBucket = true },
        cancellationToken);

    public Task BlockPublicAccessAsync(FactStoreOptions bucket, CancellationToken cancellationToken) => session.Calls.ChangeAsync(
        "s3:PutBucketPublicAccessBlock",
        $"bucket {bucket.Bucket}",
        session.S3.PutPublicAccessBlockAsync,
        new PutPublicAccessBlockRequest
        {
            BucketName = bucket.Bucket,
            ExpectedBucketOwner = bucket.Owner,
            PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration { BlockPublicAcls = true, BlockPublicPolicy = true, IgnorePublicAcls = true, RestrictPublicBuckets = true },
        },
        cancellationToken);
}
