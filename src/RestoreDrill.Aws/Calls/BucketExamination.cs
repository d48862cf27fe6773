using System.Net;
using Amazon.Runtime;
using Amazon.S3.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Calls;

/// <summary>Asks what the bucket is like. A refusal is noted for what it was about, and the rest is asked all the same.</summary>
/// <param name="session">The account, in a role.</param>
/// <param name="bucket">The bucket's name.</param>
/// <param name="owner">The account that it must belong to.</param>
internal sealed class BucketExamination(AccountSession session, string bucket, string owner)
{
    private readonly List<string> _notCheckable = [];

    /// <summary>All that there is to know: the lock, and the policy's text, too.</summary>
    public async Task<BucketFindings> WithLockAsync(CancellationToken cancellationToken)
    {
        var (answer, isKnown) = await AskAsync(
            "s3:GetObjectLockConfiguration",
            "ObjectLockConfigurationNotFoundError",
            session.S3.GetObjectLockConfigurationAsync,
            new GetObjectLockConfigurationRequest { BucketName = bucket, ExpectedBucketOwner = owner },
            cancellationToken);
        var policy = await AskAsync(
            "s3:GetBucketPolicy",
            "NoSuchBucketPolicy",
            session.S3.GetBucketPolicyAsync,
            new GetBucketPolicyRequest { BucketName = bucket, ExpectedBucketOwner = owner },
            cancellationToken);
        var retention = answer?.ObjectLockConfiguration?.Rule?.DefaultRetention;
        return await WithoutLockAsync(cancellationToken) with
        {
            HasObjectLock = isKnown ? answer?.ObjectLockConfiguration?.ObjectLockEnabled?.Value == "Enabled" : null,

            // Where there is none, the SDK gives the error's text for a policy, with the status 404, instead of an exception (GetBucketPolicyRequestMarshaller, Suppress404Exceptions).
            Policy = policy.Answer is { HttpStatusCode: HttpStatusCode.OK, Policy: { Length: > 0 } text } ? text : null,
            DefaultMode = retention?.Mode?.Value,
            DefaultRetention = (retention?.Days ?? (retention?.Years * 365)) is { } days ? TimeSpan.FromDays(days) : null,
        };
    }

    /// <summary>All but Object Lock and the policy's text.</summary>
    public async Task<BucketFindings> WithoutLockAsync(CancellationToken cancellationToken)
    {
        var versioning = await AskAsync(
            "s3:GetBucketVersioning",
            null,
            session.S3.GetBucketVersioningAsync,
            new GetBucketVersioningRequest { BucketName = bucket, ExpectedBucketOwner = owner },
            cancellationToken);
        var block = await AskAsync(
            "s3:GetBucketPublicAccessBlock",
            "NoSuchPublicAccessBlockConfiguration",
            session.S3.GetPublicAccessBlockAsync,
            new GetPublicAccessBlockRequest { BucketName = bucket, ExpectedBucketOwner = owner },
            cancellationToken);
        var status = await AskAsync(
            "s3:GetBucketPolicyStatus",
            "NoSuchBucketPolicy",
            session.S3.GetBucketPolicyStatusAsync,
            new GetBucketPolicyStatusRequest { BucketName = bucket, ExpectedBucketOwner = owner },
            cancellationToken);
        return new BucketFindings
        {
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
            var subject = $"bucket {bucket}";
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
