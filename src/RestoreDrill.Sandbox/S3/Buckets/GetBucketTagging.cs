using System.Xml.Linq;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

internal sealed class GetBucketTagging : IS3Operation
{
    public string Name => nameof(GetBucketTagging);

    public S3Route Route { get; } = new("GET", S3Level.Bucket, "tagging");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("GetBucketTagging", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        return bucket.Tags.Count == 0
            ? throw S3Error.NotConfigured("NoSuchTagSet", "The TagSet does not exist", bucket.Name)
            : S3Answer.Of(new XElement("Tagging", new XElement("TagSet",
                bucket.Tags.Select(tag => new XElement("Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value))))));
    }
}
