using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>Turns versions on, or suspends them; a bucket with Object Lock keeps them on. Versions that can be deleted only with a second factor (MfaDelete) are not there.</summary>
internal sealed class PutBucketVersioning : IS3Operation
{
    public string Name => nameof(PutBucketVersioning);

    public S3Route Route { get; } = new("PUT", S3Level.Bucket, "versioning");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("PutBucketVersioning", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        var document = call.Document("VersioningConfiguration").Only("Status", "MfaDelete");
        if (document.Text("MfaDelete") is "Enabled")
        {
            throw S3Error.NotImplemented("MfaDelete");
        }

        var status = document.Text("Status") switch
        {
            null => throw new AwsError("IllegalVersioningConfigurationException", "The Versioning element must be specified"),
            ("Enabled" or "Suspended") and var known => known,
            _ => throw S3Error.MalformedXml(),
        };
        if (bucket.HasObjectLock && status != "Enabled")
        {
            throw new AwsError(
                "InvalidBucketState", "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.", 409);
        }

        bucket.Versioning = status;
        return S3Answer.Done(bucket.AccountId);
    }
}
