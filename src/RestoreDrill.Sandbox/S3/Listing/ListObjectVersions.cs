using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Listing;

/// <summary>All versions and delete markers, by key, the newest first. The markers name the last line of the page before.</summary>
internal sealed class ListObjectVersions : IS3Operation
{
    private const string KeyMarker = "key-marker";
    private const string VersionMarker = "version-id-marker";

    public string Name => nameof(ListObjectVersions);

    public S3Route Route { get; } = new("GET", S3Level.Bucket, "versions") { Parameters = [.. ListQuery.Parameters, KeyMarker, VersionMarker] };

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("ListBucketVersions", null, ListQuery.Read(call).Keys())];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        var query = ListQuery.Read(call);
        var (key, version) = (call.Parameter(KeyMarker), call.Parameter(VersionMarker));
        if (key is null && version is not null)
        {
            throw S3Error.InvalidArgument("A version-id marker cannot be specified without a key marker.", VersionMarker, version);
        }

        var page = After(query.Entries(bucket, static _ => true), key, version).Take(query.MaxKeys + 1).ToList();
        var isTruncated = page.Count > query.MaxKeys && query.MaxKeys > 0;
        page = [.. page.Take(query.MaxKeys)];
        return S3Answer.Of(new XElement("ListVersionsResult",
            query.Echo(bucket),
            new XElement(nameof(KeyMarker), query.Written(key ?? "")),
            new XElement("VersionIdMarker", version ?? ""),
            QueryXml.Optional("NextKeyMarker", isTruncated ? query.Written(page[^1].Name) : null),
            QueryXml.Optional("NextVersionIdMarker", isTruncated ? page[^1].Version?.VersionId : null),
            new XElement("IsTruncated", isTruncated ? "true" : "false"),
            page.Select(entry => entry.Version is null ? query.CommonPrefix(entry) : Entry(query, bucket, entry))));
    }

    private static IEnumerable<ListEntry> After(IEnumerable<ListEntry> entries, string? key, string? version)
    {
        if (key is null)
        {
            return entries;
        }

        // Of the key itself only what is older than the version that the mark names.
        var isPast = false;
        return entries.Where(entry =>
        {
            var order = KeyOrder.Instance.Compare(entry.Name, key);
            var isWanted = order > 0 || (order == 0 && isPast);
            isPast |= order == 0 && version is not null && entry.Version?.VersionId == version;
            return isWanted;
        });
    }

    private static XElement Entry(ListQuery query, Bucket bucket, ListEntry entry)
    {
        var version = entry.Version!;
        return new XElement(version.IsDeleteMarker ? "DeleteMarker" : "Version",
            new XElement("Key", query.Written(entry.Name)),
            new XElement("VersionId", version.VersionId),
            new XElement("IsLatest", entry.IsLatest ? "true" : "false"),
            new XElement("LastModified", VersionXml.Modified(version)),
            version.IsDeleteMarker ? null : VersionXml.OfContent(version),
            BucketXml.Owner(bucket.AccountId));
    }
}
