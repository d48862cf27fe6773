using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

internal sealed class GetBucketVersioning : IS3Operation
{
    public string Name => nameof(GetBucketVersioning);

    public S3Route Route { get; } = new("GET", S3Level.Bucket, "versioning");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("GetBucketVersioning", null)];

    public S3Answer Execute(S3Call call) => S3Answer.Of(new XElement("VersioningConfiguration", QueryXml.Optional("Status", call.Bucket.Versioning)));
}
