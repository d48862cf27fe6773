using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3;

/// <summary>Errors of S3, with the texts that it answers.</summary>
internal static class S3Error
{
    public static AwsError AccessDenied() => new("AccessDenied", "Access Denied", 403);

    public static AwsError NoSuchBucket(string bucket) =>
        new("NoSuchBucket", "The specified bucket does not exist", 404) { Members = [("BucketName", bucket)] };

    public static AwsError NoSuchKey(string key) => new("NoSuchKey", "The specified key does not exist.", 404) { Members = [("Key", key)] };

    public static AwsError NoSuchVersion(string key, string version) =>
        new("NoSuchVersion", "The specified version does not exist.", 404) { Members = [("Key", key), ("VersionId", version)] };

    /// <summary>A configuration that a bucket has not.</summary>
    public static AwsError NotConfigured(string code, string message, string bucket) => new(code, message, 404) { Members = [("BucketName", bucket)] };

    public static AwsError InvalidArgument(string message, string name, string? value = null) =>
        new("InvalidArgument", message) { Members = value is null ? [("ArgumentName", name)] : [("ArgumentName", name), ("ArgumentValue", value)] };

    public static AwsError InvalidRequest(string message) => new("InvalidRequest", message);

    public static AwsError MalformedXml() => new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    /// <summary>A header that S3 has and the sandbox has not, as S3 itself says it of a header that it does not know what to do with.</summary>
    public static AwsError NotImplementedHeader(string header) =>
        new("NotImplemented", "A header you provided implies functionality that is not implemented", 501) { Members = [("Header", header)] };

    /// <summary>An operation or a parameter that S3 has and the sandbox has not.</summary>
    public static AwsError NotImplemented(string what) => new("NotImplemented", $"The sandbox does not have this of S3: {what}", 501);

    /// <summary>What only reads and deletes of a delete marker itself are answered otherwise.</summary>
    public static AwsError DeleteMarkerHasNoContent(string method, string versionId) =>
        new("MethodNotAllowed", "The specified method is not allowed against this resource.", 405)
        {
            Members = [("Method", method), ("ResourceType", "DeleteMarker")],
            Headers = [("x-amz-delete-marker", "true"), ("x-amz-version-id", versionId)],
        };
}
