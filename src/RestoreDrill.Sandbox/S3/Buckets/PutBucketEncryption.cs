using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>Keeps the rule by which new objects are said to be encrypted. The key is only written down: nothing is encrypted with it, and it need not exist.</summary>
internal sealed class PutBucketEncryption : IS3Operation
{
    public string Name => nameof(PutBucketEncryption);

    public S3Route Route { get; } = new("PUT", S3Level.Bucket, "encryption");

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("PutEncryptionConfiguration", null)];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        var rule = call.Document("ServerSideEncryptionConfiguration").Only("Rule").Required("Rule").Only("ApplyServerSideEncryptionByDefault", "BucketKeyEnabled");
        var applied = rule.Required("ApplyServerSideEncryptionByDefault").Only("SSEAlgorithm", "KMSMasterKeyID");
        var (algorithm, key) = (applied.Required("SSEAlgorithm").Value, applied.Text("KMSMasterKeyID"));
        if (!BucketEncryption.IsAlgorithm(algorithm))
        {
            throw S3Error.MalformedXml();
        }

        if (key is not null && algorithm == BucketEncryption.WithoutKms.Algorithm)
        {
            throw S3Error.InvalidArgument(
                "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse", "ApplyServerSideEncryptionByDefault");
        }

        bucket.Encryption = new BucketEncryption(algorithm, key, rule.Flag("BucketKeyEnabled") == true);
        return S3Answer.Done(bucket.AccountId);
    }
}
