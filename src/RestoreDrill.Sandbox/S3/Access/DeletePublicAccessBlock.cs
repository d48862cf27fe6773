using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Access;

/// <summary>Takes all four settings off; whoever may set them may.</summary>
internal sealed class DeletePublicAccessBlock : IS3Operation
{
    public string Name => nameof(DeletePublicAccessBlock);

    public S3Route Route { get; } = new("DELETE", S3Level.Bucket, "publicAccessBlock");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("PutBucketPublicAccessBlock", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        bucket.PublicAccess = null;
        return S3Answer.Done(bucket.AccountId, 204);
    }
}
