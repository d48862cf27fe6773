using System.Xml.Linq;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>The bucket's region, as its maker named it; empty for us-east-1.</summary>
internal sealed class GetBucketLocation : IS3Operation
{
    public string Name => nameof(GetBucketLocation);

    public S3Route Route { get; } = new("GET", S3Level.Bucket, "location");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("GetBucketLocation", null)];

    public S3Answer Execute(S3Call call) => S3Answer.Of(new XElement("LocationConstraint", call.Bucket.Location ?? ""));
}
