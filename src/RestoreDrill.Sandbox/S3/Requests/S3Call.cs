using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Access;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Objects;
using RestoreDrill.Sandbox.S3.Payloads;

namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>An authenticated call with what it says.</summary>
/// <param name="Call">Who calls, in which region.</param>
/// <param name="Address">The bucket and the key.</param>
/// <param name="Request">Method, headers and parameters; not the body.</param>
/// <param name="Access">What the caller may do.</param>
internal sealed record S3Call(AwsCall Call, S3Address Address, HttpRequest Request, S3Access Access)
{
    /// <summary>The body of what is no upload.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The content that was uploaded; it has a file, which no version names yet.</summary>
    public Upload? Upload { get; init; }

    public string BucketName => Address.Bucket!;

    public string Key => Address.Key!;

    public string AccountId => Call.AccountId;

    public string Region => Call.Region;

    /// <exception cref="AwsError">NoSuchBucket.</exception>
    public Bucket Bucket => Access.Buckets.Find(BucketName) ?? throw S3Error.NoSuchBucket(BucketName);

    public string? Header(string name) => Request.Headers[name].FirstOrDefault() is { Length: > 0 } value ? value : null;

    public string? Parameter(string name) => Request.Query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;

    public string? VersionId => Parameter("versionId");

    /// <summary>A body whose root has that name.</summary>
    /// <exception cref="AwsError">MalformedXML.</exception>
    public XmlNode Document(string root) => S3Xml.Read(Body, root);

    public bool Allows(string action, string? key = null, params IReadOnlyList<(string Key, string[] Values)> keys) =>
        Access.Allows(this, new S3Permission(action, key, keys));

    /// <summary>The version that the call names, or the latest. A delete marker is answered as S3 does.</summary>
    /// <exception cref="AwsError">NoSuchKey, NoSuchVersion, MethodNotAllowed, or InvalidArgument for an id that cannot be one; AccessDenied for a key that is missing, to whoever may not list.</exception>
    public ObjectVersion Version()
    {
        var bucket = Bucket;
        if (VersionId is { } id)
        {
            var known = VersionIds.Parse(id);
            var named = bucket.VersionsOf(Key).FirstOrDefault(version => version.VersionId == known);
            return named is null ? throw Missing(S3Error.NoSuchVersion(Key, id))
                : named.IsDeleteMarker ? throw S3Error.DeleteMarkerHasNoContent(Request.Method, named.VersionId)
                : named;
        }

        return bucket.Latest(Key) switch
        {
            null => throw Missing(S3Error.NoSuchKey(Key)),
            { IsDeleteMarker: true } marker => throw Missing(new AwsError("NoSuchKey", "The specified key does not exist.", 404)
            {
                Members = [("Key", Key)], Headers = [("x-amz-delete-marker", "true"), ("x-amz-version-id", marker.VersionId)],
            }),
            var latest => latest,
        };
    }

    /// <summary>"If you don't have the s3:ListBucket permission, Amazon S3 returns an HTTP status code 403" (API reference, GetObject).</summary>
    private AwsError Missing(AwsError error) => Allows("ListBucket") ? error : S3Error.AccessDenied();
}
