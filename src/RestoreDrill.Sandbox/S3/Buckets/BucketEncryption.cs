namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>How new objects are said to be encrypted. Nothing is, and the key is neither looked up nor asked for.</summary>
/// <param name="Algorithm"><c>AES256</c>, <c>aws:kms</c> or <c>aws:kms:dsse</c>.</param>
/// <param name="KeyId">The KMS key as it was named; null for AWS's own.</param>
/// <param name="BucketKey">Whether data keys are kept for the bucket.</param>
internal sealed record BucketEncryption(string Algorithm, string? KeyId, bool BucketKey)
{
    /// <summary>What every new bucket has.</summary>
    public static readonly BucketEncryption WithoutKms = new("AES256", null, false);

    public static bool IsAlgorithm(string? text) => text is "AES256" or "aws:kms" or "aws:kms:dsse";
}
