using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Access;

internal sealed class GetBucketPolicy : IS3Operation
{
    public string Name => nameof(GetBucketPolicy);

    public S3Route Route { get; } = new("GET", S3Level.Bucket, "policy");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("GetBucketPolicy", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = OwnersOnly.Bucket(call);
        return bucket.Policy is { } policy
            ? new S3Answer { Text = policy, ContentType = "application/json" }
            : throw S3Error.NotConfigured("NoSuchBucketPolicy", "The bucket policy does not exist", bucket.Name);
    }
}
