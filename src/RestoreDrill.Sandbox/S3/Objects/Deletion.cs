using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Locks;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Objects;

/// <summary>
/// Deletes a key or one of its versions. A key of a bucket with versions gets a delete marker, which anybody who may delete may lay over anything; a version goes for good, unless
/// Object Lock protects it. What is not there counts as deleted.
/// </summary>
/// <param name="Version">The version that is gone or was made; null in a bucket without versions.</param>
/// <param name="IsMarker">Whether that is a delete marker.</param>
/// <param name="Removed">The content that no version has any more.</param>
internal sealed record Deletion(string? Version, bool IsMarker, IReadOnlyList<string> Removed)
{
    /// <summary>The permission that it takes.</summary>
    public static S3Permission Permission(string key, string? versionId) => new(versionId is null ? "DeleteObject" : "DeleteObjectVersion", key);

    /// <exception cref="AwsError">AccessDenied: the version is protected. InvalidArgument: the id cannot be one.</exception>
    public static Deletion Of(S3Call call, Bucket bucket, string key, string? versionId, DateTimeOffset now)
    {
        if (versionId is not null)
        {
            var id = VersionIds.Parse(versionId);
            if (bucket.VersionsOf(key).FirstOrDefault(version => version.VersionId == id) is not { } found)
            {
                return new Deletion(id, false, []);
            }

            LockRules.RefuseDeletion(found, now, () => LockHeaders.MayBypass(call, key));
            return new Deletion(id, found.IsDeleteMarker, VersionList.Remove(bucket, found));
        }

        if (bucket.Versioning is null)
        {
            return new Deletion(null, false, bucket.Latest(key) is { } only ? VersionList.Remove(bucket, only) : []);
        }

        var marker = new ObjectVersion { Key = key, VersionId = VersionList.NewId(bucket), CreatedAt = now };
        return new Deletion(marker.VersionId, true, VersionList.Put(bucket, marker));
    }
}
