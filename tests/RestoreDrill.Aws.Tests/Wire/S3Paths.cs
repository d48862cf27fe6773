using Microsoft.AspNetCore.Http;

namespace RestoreDrill.Aws.Tests.Wire;

/// <summary>The actions that S3 asks IAM about, by method, path and parameters (service authorization reference, "Actions defined by Amazon S3"); only those that our adapters need.</summary>
internal static class S3Paths
{
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static string ActionOf(string method, string path, IQueryCollection query) =>
        (method, path.Trim('/').Contains('/', StringComparison.Ordinal), query.Keys.FirstOrDefault(static key => key is not ("prefix" or "x-id" or "key-marker" or "version-id-marker"))) switch
        {
            ("PUT", true, null) => "PutObject",
            ("GET", true, "retention") => "GetObjectRetention",
            ("GET", true, "versionId") => query.ContainsKey("retention") ? "GetObjectRetention" : "GetObjectVersion",
            ("GET", false, "versions") => "ListBucketVersions",
            ("GET", false, "object-lock") => "GetBucketObjectLockConfiguration",
            ("GET", false, "versioning") => "GetBucketVersioning",
            ("GET", false, "publicAccessBlock") => "GetBucketPublicAccessBlock",
            ("GET", false, "policy") => "GetBucketPolicy",
            ("GET", false, "policyStatus") => "GetBucketPolicyStatus",
            _ => throw new ArgumentException($"There is no action for {method} {path} with {string.Join(", ", query.Keys)}."),
        };
}
