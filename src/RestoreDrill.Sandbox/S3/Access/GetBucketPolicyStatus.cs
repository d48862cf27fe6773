using System.Xml.Linq;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Access;

/// <summary>Whether the policy is public, whatever is blocked.</summary>
internal sealed class GetBucketPolicyStatus : IS3Operation
{
    public string Name => nameof(GetBucketPolicyStatus);

    public S3Route Route { get; } = new("GET", S3Level.Bucket, "policyStatus");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("GetBucketPolicyStatus", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        return bucket.Policy is null
            ? throw S3Error.NotConfigured("NoSuchBucketPolicy", "The bucket policy does not exist", bucket.Name)
            : S3Answer.Of(new XElement("PolicyStatus", new XElement("IsPublic", PublicPolicies.IsPublic(bucket.ResourcePolicy.Policy.Document) ? "true" : "false")));
    }
}
