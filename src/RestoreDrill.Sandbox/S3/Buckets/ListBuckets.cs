using System.Globalization;
using System.Text;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Buckets;

/// <summary>The account's buckets of all regions, or of one, by name.</summary>
internal sealed class ListBuckets : IS3Operation
{
    private const int Most = 10_000;

    public string Name => nameof(ListBuckets);

    public S3Route Route { get; } = new("GET", S3Level.Service) { Parameters = ["max-buckets", "continuation-token", "prefix", "bucket-region"] };

    public IEnumerable<S3Permission> Permissions(S3Call call) => [new S3Permission("ListAllMyBuckets", null)];

    public S3Answer Execute(S3Call call)
    {
        var (prefix, region, after) = (call.Parameter("prefix"), call.Parameter("bucket-region"), Decode(call.Parameter("continuation-token")));
        var size = call.Parameter("max-buckets") is not { } text ? Most
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Most ? number
            : throw S3Error.InvalidArgument($"Argument max-buckets must be an integer between 1 and {Most}", "max-buckets", text);
        var found = call.Access.Buckets.Of(call.AccountId)
            .Where(bucket => bucket.Name.StartsWith(prefix ?? "", StringComparison.Ordinal) && (region is null || bucket.Region == region))
            .OrderBy(bucket => bucket.Name, StringComparer.Ordinal)
            .Where(bucket => string.CompareOrdinal(bucket.Name, after) > 0)
            .Take(size + 1).ToList();
        return S3Answer.Of(new XElement("ListAllMyBucketsResult",
            BucketXml.Owner(call.AccountId),
            new XElement("Buckets", found.Take(size).Select(BucketXml.Bucket)),
            QueryXml.Optional("ContinuationToken", found.Count > size ? Convert.ToBase64String(Encoding.UTF8.GetBytes(found[size - 1].Name)) : null),
            QueryXml.Optional("Prefix", prefix)));
    }

    private static string Decode(string? token)
    {
        try
        {
            return token is null ? "" : Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw S3Error.InvalidArgument("The continuation token provided is incorrect", "continuation-token");
        }
    }
}
