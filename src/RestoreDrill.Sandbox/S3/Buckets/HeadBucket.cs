using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

internal sealed class HeadBucket : IS3Operation
{
    public string Name => nameof(HeadBucket);

    public S3Route Route { get; } = new("HEAD", S3Level.Bucket);

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("ListBucket", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        return new S3Answer { Headers = [("x-amz-bucket-region", bucket.Region), ("x-amz-bucket-arn", bucket.Arn), ("x-amz-access-point-alias", "false")] };
    }
}
