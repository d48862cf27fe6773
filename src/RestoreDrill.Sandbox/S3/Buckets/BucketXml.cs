using System.Text;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>What answers say of a bucket and of whose it is.</summary>
internal static class BucketXml
{
    /// <summary>An account under its canonical user id, which has the form of a SHA-256.</summary>
    public static XElement Owner(string accountId) => new("Owner", new XElement("ID", CanonicalRequest.Hash(Encoding.ASCII.GetBytes(accountId))));

    public static XElement Bucket(Bucket bucket) => new("Bucket",
        new XElement("Name", bucket.Name),
        new XElement("CreationDate", S3Xml.Time(bucket.CreatedAt)),
        new XElement("BucketRegion", bucket.Region),
        new XElement("BucketArn", bucket.Arn));
}
