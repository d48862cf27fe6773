using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>The headers of S3's own that the sandbox knows. One that it does not know is refused: passed over, it would be a promise not kept.</summary>
internal static class S3Headers
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-amz-date", "x-amz-content-sha256", "x-amz-security-token", "x-amz-user-agent", "x-amz-expected-bucket-owner", "x-amz-decoded-content-length", "x-amz-trailer",
        "x-amz-sdk-checksum-algorithm", "x-amz-object-lock-mode", "x-amz-object-lock-retain-until-date", "x-amz-object-lock-legal-hold",
        "x-amz-bypass-governance-retention", "x-amz-bucket-object-lock-enabled", "x-amz-server-side-encryption", "x-amz-server-side-encryption-aws-kms-key-id",
        "x-amz-server-side-encryption-bucket-key-enabled",
    };

    // Those that may say only what is so anyway.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["x-amz-api-version"] = ["2006-03-01"],
        ["x-amz-acl"] = ["private", "bucket-owner-full-control"],
        ["x-amz-storage-class"] = ["STANDARD"],
        ["x-amz-object-ownership"] = ["BucketOwnerEnforced"],
        ["x-amz-bucket-namespace"] = ["global"],
    };

    // Conditions on a request that only some operations know, and say so.
    private static readonly string[] Conditions = ["If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since"];

    /// <exception cref="AwsError">NotImplemented.</exception>
    public static void RefuseUnknown(HttpRequest request, IReadOnlyList<string> conditions)
    {
        foreach (var (name, value) in request.Headers)
        {
            var isS3s = name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase);
            var isKnown = Known.Contains(name) || name.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith(Payloads.Checksum.Header, StringComparison.OrdinalIgnoreCase)
                || (Allowed.TryGetValue(name, out var values) && values.Contains(value.ToString()));
            var isCondition = Conditions.Contains(name, StringComparer.OrdinalIgnoreCase) && !conditions.Contains(name, StringComparer.OrdinalIgnoreCase);
            if ((isS3s && !isKnown) || isCondition)
            {
                throw name.Equals("x-amz-acl", StringComparison.OrdinalIgnoreCase)
                    ? new AwsError("AccessControlListNotSupported", "The bucket does not allow ACLs")
                    : S3Error.NotImplementedHeader(name);
            }
        }
    }

    /// <summary>Whoever calls may say whose the bucket has to be.</summary>
    /// <exception cref="AwsError">AccessDenied.</exception>
    public static void RefuseOtherOwner(S3Call call)
    {
        if (call.Header("x-amz-expected-bucket-owner") is { } owner && call.Address.Bucket is { } name && call.Access.Buckets.Find(name) is { } bucket && bucket.AccountId != owner)
        {
            throw S3Error.AccessDenied();
        }
    }
}
