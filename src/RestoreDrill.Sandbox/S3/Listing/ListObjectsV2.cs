using System.Text;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Listing;

/// <summary>The latest versions of all keys; a key whose latest is a delete marker is not there. The continuation token names the last line of the page before.</summary>
internal sealed class ListObjectsV2 : IS3Operation
{
    private const string Token = "continuation-token";

    public string Name => nameof(ListObjectsV2);

    public S3Route Route { get; } = new("GET", S3Level.Bucket, "list-type") { Parameters = [.. ListQuery.Parameters, Token, "start-after", "fetch-owner"] };

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("ListBucket", null, ListQuery.Read(call).Keys())];

    public S3Answer Execute(S3Call call)
    {
        var bucket = call.Bucket;
        var query = ListQuery.Read(call);
        if (call.Parameter("list-type") != "2")
        {
            throw S3Error.InvalidArgument("Invalid List Type specified in Request", "list-type", call.Parameter("list-type"));
        }

        var (start, after) = (call.Parameter("start-after"), Decode(call.Parameter(Token)));
        var page = query.Entries(bucket, entry => entry is { IsLatest: true, Version.IsDeleteMarker: false } && IsAfter(entry.Name, start))
            .Where(entry => IsAfter(entry.Name, after)).Take(query.MaxKeys + 1).ToList();
        var isTruncated = page.Count > query.MaxKeys && query.MaxKeys > 0;
        page = [.. page.Take(query.MaxKeys)];
        var hasOwner = call.Parameter("fetch-owner") == "true";
        return S3Answer.Of(new XElement("ListBucketResult",
            query.Echo(bucket),
            new XElement("KeyCount", page.Count),
            new XElement("IsTruncated", isTruncated ? "true" : "false"),
            QueryXml.Optional("StartAfter", start is null ? null : query.Written(start)),
            QueryXml.Optional("ContinuationToken", call.Parameter(Token)),
            QueryXml.Optional("NextContinuationToken", isTruncated ? Convert.ToBase64String(Encoding.UTF8.GetBytes(page[^1].Name)) : null),
            page.Select(entry => entry.Version is null ? query.CommonPrefix(entry) : Contents(query, bucket, entry, hasOwner))));
    }

    private static XElement Contents(ListQuery query, Bucket bucket, ListEntry entry, bool hasOwner) => new("Contents",
        new XElement("Key", query.Written(entry.Name)),
        new XElement("LastModified", VersionXml.Modified(entry.Version!)),
        VersionXml.OfContent(entry.Version!),
        hasOwner ? BucketXml.Owner(bucket.AccountId) : null);

    private static bool IsAfter(string name, string? mark) => mark is null || KeyOrder.Instance.Compare(name, mark) > 0;

    private static string? Decode(string? token)
    {
        try
        {
            return token is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw S3Error.InvalidArgument("The continuation token provided is incorrect", Token);
        }
    }
}
