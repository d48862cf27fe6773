using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Access;

/// <summary>Sets all four settings at once: what is not named is off.</summary>
internal sealed class PutPublicAccessBlock : IS3Operation
{
    public string Name => nameof(PutPublicAccessBlock);

    public S3Route Route { get; } = new("PUT", S3Level.Bucket, "publicAccessBlock");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("PutBucketPublicAccessBlock", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        var document = call.Document("PublicAccessBlockConfiguration").Only("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");
        bucket.PublicAccess = new PublicAccessBlock(
            document.Flag("BlockPublicAcls") == true, document.Flag("IgnorePublicAcls") == true,
            document.Flag("BlockPublicPolicy") == true, document.Flag("RestrictPublicBuckets") == true);
        return S3Answer.Done(bucket.AccountId);
    }
}
