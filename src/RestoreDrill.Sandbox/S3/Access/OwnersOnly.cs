using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Access;

/// <summary>
/// "If you have the correct permissions, but you're not using an identity that belongs to the bucket owner's account, Amazon S3 returns a 405 Method Not Allowed error" (API reference,
/// GetBucketPolicy, PutBucketPolicy, DeleteBucketPolicy).
/// </summary>
internal static class OwnersOnly
{
    /// <exception cref="AwsError">NoSuchBucket or MethodNotAllowed.</exception>
    public static Bucket Bucket(S3Call call) => call.Bucket is var bucket && bucket.AccountId == call.AccountId
        ? bucket
        : throw new AwsError("MethodNotAllowed", "The specified method is not allowed against this resource.", 405);
}
