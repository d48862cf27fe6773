using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Policies;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Access;

/// <summary>Holds calls against the caller's policies and the bucket's. Another account's caller needs both, as does whoever calls for a bucket that is not there: it is nobody's.</summary>
internal sealed class S3Access(BucketDirectory buckets, Authorization authorization)
{
    public BucketDirectory Buckets { get; } = buckets;

    /// <exception cref="AwsError">AccessDenied. S3 puts the resource in quotes, where other services do not.</exception>
    public void Demand(S3Call call, IEnumerable<S3Permission> permissions)
    {
        foreach (var check in permissions.Select(permission => Check(call, permission)))
        {
            try
            {
                authorization.Demand(call.Call, [check]);
            }
            catch (AwsError refused) when (refused.Code == "AccessDenied")
            {
                throw new AwsError(
                    refused.Code, refused.Message.Replace($" on resource: {check.Resource} ", $" on resource: \"{check.Resource}\" ", StringComparison.Ordinal), refused.Status);
            }
        }
    }

    public bool Allows(S3Call call, S3Permission permission) => authorization.Allows(call.Call, Check(call, permission));

    private AccessCheck Check(S3Call call, S3Permission permission)
    {
        // A bucket that is to be made is nobody's yet, whoever has the name.
        var bucket = call.Address.Bucket is { } name && call.Call.Action != nameof(CreateBucket) ? Buckets.Find(name) : null;
        var owner = bucket?.AccountId ?? call.AccountId;
        var resource = call.Address.Bucket is null ? "*" : new S3Address(call.Address.Bucket, permission.Key).Arn;
        return new AccessCheck($"s3:{permission.Action}", resource, owner, permission.Keys, bucket is null ? null : PolicyOf(bucket, call.AccountId));
    }

    private static ResourcePolicy PolicyOf(Bucket bucket, string callerAccount)
    {
        var policy = bucket.ResourcePolicy;
        var isRestricted = bucket.PublicAccess?.RestrictBuckets == true && callerAccount != bucket.AccountId && PublicPolicies.IsPublic(policy.Policy.Document);
        return isRestricted ? policy with { Policy = policy.Policy with { Document = PolicyDocument.Empty } } : policy;
    }
}
