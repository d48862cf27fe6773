using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

internal sealed class GetBucketEncryption : IS3Operation
{
    public string Name => nameof(GetBucketEncryption);

    public S3Route Route { get; } = new("GET", S3Level.Bucket, "encryption");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("GetEncryptionConfiguration", null)];

    public S3Answer Execute(S3Call call)
    {
        var encryption = call.Bucket.Encryption;
        return S3Answer.Of(new XElement("ServerSideEncryptionConfiguration", new XElement("Rule",
            new XElement("ApplyServerSideEncryptionByDefault", new XElement("SSEAlgorithm", encryption.Algorithm), QueryXml.Optional("KMSMasterKeyID", encryption.KeyId)),
            new XElement("BucketKeyEnabled", encryption.BucketKey ? "true" : "false"))));
    }
}
