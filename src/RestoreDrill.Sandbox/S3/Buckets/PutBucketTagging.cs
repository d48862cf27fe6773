using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Tags;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>Sets all tags of a bucket at once.</summary>
internal sealed class PutBucketTagging : IS3Operation
{
    private const int Most = 50;

    public string Name => nameof(PutBucketTagging);

    public S3Route Route { get; } = new("PUT", S3Level.Bucket, "tagging");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("PutBucketTagging", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        var tags = call.Document("Tagging").Only("TagSet").Required("TagSet").Only("Tag").Children("Tag")
            .Select(tag => new ResourceTag(tag.Only("Key", "Value").Required("Key").Value, tag.Required("Value").Value)).ToList();
        foreach (var tag in tags)
        {
            Check(tag, tags);
        }

        if (tags.Count > Most)
        {
            throw new AwsError("BadRequest", "Bucket tag count cannot be greater than 50");
        }

        bucket.Tags = tags;
        return S3Answer.Done(bucket.AccountId, 204);
    }

    private static void Check(ResourceTag tag, List<ResourceTag> all)
    {
        if (tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid("System tags cannot be added/updated by requester", tag);
        }

        if (tag.Key.Length is 0 or > 128)
        {
            throw Invalid("The TagKey you have provided is invalid", tag);
        }

        if (tag.Value.Length > 256)
        {
            throw Invalid("The TagValue you have provided is invalid", tag);
        }

        if (all.Count(other => other.Key == tag.Key) > 1)
        {
            throw Invalid("Cannot provide multiple Tags with the same key", tag);
        }
    }

    private static AwsError Invalid(string message, ResourceTag tag) => new("InvalidTag", message) { Members = [("TagKey", tag.Key)] };
}
