using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>Deletes a bucket that holds nothing: no version, and no delete marker.</summary>
internal sealed class DeleteBucket : IS3Operation
{
    public string Name => nameof(DeleteBucket);

    public S3Route Route { get; } = new("DELETE", S3Level.Bucket);

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("DeleteBucket", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        if (bucket.Versions.Count > 0)
        {
            throw new AwsError(
                "BucketNotEmpty", "The bucket you tried to delete is not empty" + (bucket.Versioning is null ? "" : ". You must delete all versions in the bucket."), 409)
            {
                Members = [("BucketName", bucket.Name)],
            };
        }

        call.Access.Buckets.Of(bucket.AccountId).Remove(bucket);
        return S3Answer.Done(bucket.AccountId, 204);
    }
}
