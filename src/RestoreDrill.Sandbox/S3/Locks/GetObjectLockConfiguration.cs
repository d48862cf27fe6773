using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Locks;

internal sealed class GetObjectLockConfiguration : IS3Operation
{
    public string Name => nameof(GetObjectLockConfiguration);

    public S3Route Route { get; } = new("GET", S3Level.Bucket, "object-lock");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("GetBucketObjectLockConfiguration", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        return bucket.HasObjectLock
            ? S3Answer.Of(new XElement("ObjectLockConfiguration", new XElement("ObjectLockEnabled", "Enabled"), Rule(bucket.DefaultRetention)))
            : throw S3Error.NotConfigured("ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket", bucket.Name);
    }

    private static XElement? Rule(DefaultRetention? retention) => retention is null ? null : new XElement("Rule", new XElement("DefaultRetention",
        new XElement("Mode", retention.Mode), QueryXml.Optional("Days", retention.Days), QueryXml.Optional("Years", retention.Years)));
}
