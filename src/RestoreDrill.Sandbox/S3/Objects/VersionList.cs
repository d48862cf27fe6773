using RestoreDrill.Sandbox.S3.Buckets;

namespace RestoreDrill.Sandbox.S3.Objects;

/// <summary>How a bucket's versions come and go (S3 user guide, "How S3 Versioning works").</summary>
internal static class VersionList
{
    /// <summary>The id that a new version of this bucket gets.</summary>
    public static string NewId(Bucket bucket) => bucket.Versioning == "Enabled" ? VersionIds.New() : ObjectVersion.Null;

    /// <summary>Makes a version the latest of its key; one with the id <c>null</c> takes the place of the one there was.</summary>
    /// <returns>The content that no version has any more.</returns>
    public static IReadOnlyList<string> Put(Bucket bucket, ObjectVersion version)
    {
        IReadOnlyList<string> removed = version.VersionId == ObjectVersion.Null && bucket.VersionsOf(version.Key).FirstOrDefault(other => other.VersionId == ObjectVersion.Null) is { } old
            ? Remove(bucket, old)
            : [];
        bucket.Versions.Add(version);
        return removed;
    }

    /// <summary>Removes a version for good.</summary>
    /// <returns>The content that no version has any more.</returns>
    public static IReadOnlyList<string> Remove(Bucket bucket, ObjectVersion version)
    {
        bucket.Versions.Remove(version);
        return version.Content is { } content ? [content.StorageId] : [];
    }
}
