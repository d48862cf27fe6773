using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.S3.Access;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Listing;
using RestoreDrill.Sandbox.S3.Locks;
using RestoreDrill.Sandbox.S3.Objects;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3;

/// <summary>S3 put together: the operations that RestoreDrill, its set-up and its checks call.</summary>
internal static class S3Parts
{
    public static S3Endpoint Build(
        AccountStates states, StateDirectory directory, CredentialStore credentials, Authorization authorization, FaultPlan faults, CallLog log, SandboxClock clock)
    {
        var files = new ObjectFiles(states, directory);
        IS3Operation[] operations =
        [
            new ListBuckets(), new CreateBucket(clock), new HeadBucket(), new GetBucketLocation(), new DeleteBucket(),
            new GetBucketVersioning(), new PutBucketVersioning(), new GetBucketEncryption(), new PutBucketEncryption(),
            new GetBucketTagging(), new PutBucketTagging(), new DeleteBucketTagging(),
            new GetBucketPolicy(), new PutBucketPolicy(), new DeleteBucketPolicy(), new GetBucketPolicyStatus(),
            new GetPublicAccessBlock(), new PutPublicAccessBlock(), new DeletePublicAccessBlock(),
            new ListObjectsV2(), new ListObjectVersions(),
            new PutObject(clock), new GetObject(files), new HeadObject(files), new DeleteObject(clock), new DeleteObjects(clock),
            new GetObjectRetention(), new PutObjectRetention(clock), new GetObjectLegalHold(), new PutObjectLegalHold(),
            new GetObjectLockConfiguration(), new PutObjectLockConfiguration(),
        ];
        return new S3Endpoint(
            states, operations, new S3Authentication(credentials, clock), new S3Access(new BucketDirectory(states), authorization), new S3Contents(files), faults, log, clock);
    }
}
