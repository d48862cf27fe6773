using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

internal sealed class DeleteBucketTagging : IS3Operation
{
    public string Name => nameof(DeleteBucketTagging);

    public S3Route Route { get; } = new("DELETE", S3Level.Bucket, "tagging");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("PutBucketTagging", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        bucket.Tags = [];
        return S3Answer.Done(bucket.AccountId, 204);
    }
}
