using Amazon.Runtime;
using Amazon.S3.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;

namespace RestoreDrill.Aws.Facts;

/// <summary>Asks what the bucket is like. A refusal is noted for what it was about, and the rest is asked all the same.</summary>
internal sealed class BucketExamination(AccountSession session, FactStoreOptions options)
{
    private readonly List<string> _notCheckable = [];

    public async Task<FactStoreFindings> RunAsync(CancellationToken cancellationToken)
    {
        var objectLock = await AskAsync(
            "s3:GetObjectLockConfiguration",
            "ObjectLockConfigurationNotFoundError",
            session.S3.GetObjectLockConfigurationAsync,
            new GetObjectLockConfigurationRequest { BucketName = options.Bucket, ExpectedBucketOwner = options.Owner },
            cancellationToken);
        var versioning = await AskAsync(
            "s3:GetBucketVersioning",
            null,
            session.S3.GetBucketVersioningAsync,
            new GetBucketVersioningRequest { BucketName = options.Bucket, ExpectedBucketOwner = options.Owner },
            cancellationToken);
        var block = await AskAsync(
            "s3:GetBucketPublicAccessBlock",
            "NoSuchPublicAccessBlockConfiguration",
            session.S3.GetPublicAccessBlockAsync,
            new GetPublicAccessBlockRequest { BucketName = options.Bucket, ExpectedBucketOwner = options.Owner },
            cancellationToken);
        var status = await AskAsync(
            "s3:GetBucketPolicyStatus",
            "NoSuchBucketPolicy",
            session.S3.GetBucketPolicyStatusAsync,
            new GetBucketPolicyStatusRequest { BucketName = options.Bucket, ExpectedBucketOwner = options.Owner },
            cancellationToken);
        var retention = objectLock.Answer?.ObjectLockConfiguration?.Rule?.DefaultRetention;
        return new FactStoreFindings
        {
            HasObjectLock = objectLock.IsKnown ? objectLock.Answer?.ObjectLockConfiguration?.ObjectLockEnabled?.Value == "Enabled" : null,
            DefaultMode = retention?.Mode?.Value,
            DefaultRetention = (retention?.Days ?? (retention?.Years * 365)) is { } days ? TimeSpan.FromDays(days) : null,
            HasVersions = versioning.IsKnown ? versioning.Answer?.VersioningConfig?.Status?.Value == "Enabled" : null,
            BlocksPublicAccess = block.IsKnown ? BlocksAll(block.Answer?.PublicAccessBlockConfiguration) : null,
            IsPublic = status.IsKnown ? status.Answer?.PolicyStatus?.IsPublic == true : null,
            NotCheckable = _notCheckable,
        };
    }

    private static bool BlocksAll(PublicAccessBlockConfiguration? block) =>
        block is { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };

    private async Task<(TResponse? Answer, bool IsKnown)> AskAsync<TRequest, TResponse>(
        string operation, string? absentCode, Func<TRequest, CancellationToken, Task<TResponse>> call, TRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse
    {
        try
        {
            var subject = $"bucket {options.Bucket}";
            return absentCode is null
                ? (await session.Calls.AskAsync(operation, subject, call, request, cancellationToken), true)
                : (await session.Calls.LookAsync(operation, subject, absentCode, call, request, cancellationToken), true);
        }
        catch (CloudException refused) when (refused.Fault == CloudFault.AccessDenied)
        {
            _notCheckable.Add(refused.Message);
            return (null, false);
        }
    }
}
