using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Access;

internal sealed class DeleteBucketPolicy : IS3Operation
{
    public string Name => nameof(DeleteBucketPolicy);

    public S3Route Route { get; } = new("DELETE", S3Level.Bucket, "policy");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("DeleteBucketPolicy", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = OwnersOnly.Bucket(call);
        bucket.Policy = null;
        return S3Answer.Done(bucket.AccountId, 204);
    }
}
