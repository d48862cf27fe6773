using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Access;

internal sealed class GetPublicAccessBlock : IS3Operation
{
    public string Name => nameof(GetPublicAccessBlock);

    public S3Route Route { get; } = new("GET", S3Level.Bucket, "publicAccessBlock");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("GetBucketPublicAccessBlock", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        return bucket.PublicAccess is { } block
            ? S3Answer.Of(new XElement("PublicAccessBlockConfiguration",
                QueryXml.Optional("BlockPublicAcls", block.BlockAcls),
                QueryXml.Optional("IgnorePublicAcls", block.IgnoreAcls),
                QueryXml.Optional("BlockPublicPolicy", block.BlockPolicy),
                QueryXml.Optional("RestrictPublicBuckets", block.RestrictBuckets)))
            : throw S3Error.NotConfigured("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", bucket.Name);
    }
}
