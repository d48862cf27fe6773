using Amazon.S3.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;

namespace RestoreDrill.Aws.Facts;

/// <summary>Lists the versions in the bucket, page by page.</summary>
internal static class FactVersions
{
    /// <summary>The version id of an object in a bucket that keeps no versions.</summary>
    public const string Unversioned = "null";

    private const string Operation = "s3:ListObjectVersions";

    public static async Task<IReadOnlyList<FactVersion>> ListAsync(AccountSession session, FactStoreOptions options, string prefix, CancellationToken cancellationToken)
    {
        var subject = $"{prefix} in bucket {options.Bucket}";
        var request = new ListVersionsRequest { BucketName = options.Bucket, ExpectedBucketOwner = options.Owner, Prefix = prefix };
        var found = new List<FactVersion>();
        while (true)
        {
            var page = await session.Calls.AskAsync(Operation, subject, session.S3.ListVersionsAsync, request, cancellationToken);
            found.AddRange((page.Versions ?? []).Select(Of));
            if (page.IsTruncated != true)
            {
                break;
            }

            if (string.IsNullOrEmpty(page.NextKeyMarker) || (page.NextKeyMarker == request.KeyMarker && page.NextVersionIdMarker == request.VersionIdMarker))
            {
                throw new CloudException(
                    CloudFault.Other, Operation, subject, "IncompleteAnswer", page.ResponseMetadata?.RequestId, "The list is not whole, and does not say where it goes on.");
            }

            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }

        // S3 has the newest of a key first (API reference, ListObjectVersions).
        return [.. found.GroupBy(static version => version.Key, StringComparer.Ordinal).SelectMany(static ofKey => ofKey.Reverse())];
    }

    private static FactVersion Of(S3ObjectVersion version) => new(
        Answers.Needed(version.Key, "key"),
        Answers.Needed(version.VersionId, "version id"),
        Answers.Time(version.LastModified) ?? DateTimeOffset.MaxValue,
        version.Size ?? 0,
        version.IsDeleteMarker == true);
}
