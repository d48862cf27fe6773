using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Objects;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Locks;

/// <summary>The version whose lock a call is about.</summary>
internal static class LockedVersion
{
    /// <exception cref="AwsError">There is no such version, or InvalidRequest: the bucket has no Object Lock.</exception>
    public static ObjectVersion Of(S3Call call) => call.Bucket.HasObjectLock ? call.Version() : throw LockHeaders.MissingConfiguration();

    public static AwsError HasNone() => new("NoSuchObjectLockConfiguration", "The specified object does not have a ObjectLock configuration", 404);
}
