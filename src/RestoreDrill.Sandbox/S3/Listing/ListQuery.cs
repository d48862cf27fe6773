using System.Globalization;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Requests;

namespace RestoreDrill.Sandbox.S3.Listing;

/// <summary>What both lists are asked alike: prefix, delimiter, how many, and whether keys are written escaped.</summary>
internal sealed record ListQuery(string Prefix, string? Delimiter, int MaxKeys, bool IsEscaped)
{
    private const int Most = 1000;

    public static IReadOnlyList<string> Parameters { get; } = ["prefix", "delimiter", "max-keys", "encoding-type"];

    /// <exception cref="AwsError">InvalidArgument.</exception>
    public static ListQuery Read(S3Call call) => new(
        call.Parameter("prefix") ?? "",
        call.Parameter("delimiter"),
        Math.Min(Most, Number(call.Parameter("max-keys"))),
        call.Parameter("encoding-type") switch
        {
            null => false,
            "url" => true,
            var other => throw S3Error.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", other),
        });

    /// <summary>The condition keys of a list (S3 user guide, "Limiting access to specific prefixes").</summary>
    public IReadOnlyList<(string Key, string[] Values)> Keys() =>
    [
        ("s3:prefix", [Prefix]), ("s3:max-keys", [MaxKeys.ToString(CultureInfo.InvariantCulture)]), .. Delimiter is null ? [] : new[] { ("s3:delimiter", new[] { Delimiter }) },
    ];

    /// <summary>The lines of a bucket's versions that the query is about, in order: by key, and the newest of a key first.</summary>
    public IEnumerable<ListEntry> Entries(Bucket bucket, Func<ListEntry, bool> isWanted)
    {
        string? last = null;
        foreach (var versions in bucket.Versions.Where(version => version.Key.StartsWith(Prefix, StringComparison.Ordinal)).GroupBy(version => version.Key).OrderBy(group => group.Key, KeyOrder.Instance))
        {
            var latest = versions.Last();
            foreach (var entry in versions.Reverse().Select(version => new ListEntry(version.Key, version, version == latest)).Where(isWanted))
            {
                var grouped = Grouped(entry);
                if (grouped.Version is not null || grouped.Name != last)
                {
                    last = grouped.Version is null ? grouped.Name : last;
                    yield return grouped;
                }
            }
        }
    }

    public string Written(string text) => IsEscaped ? string.Join('/', text.Split('/').Select(Uri.EscapeDataString)) : text;

    /// <summary>What a list says of the query itself.</summary>
    public IEnumerable<XElement?> Echo(Bucket bucket) =>
    [
        new("Name", bucket.Name),
        new("Prefix", Written(Prefix)),
        new("MaxKeys", MaxKeys),
        QueryXml.Optional("Delimiter", Delimiter is null ? null : Written(Delimiter)),
        QueryXml.Optional("EncodingType", IsEscaped ? "url" : null),
    ];

    public XElement CommonPrefix(ListEntry entry) => new("CommonPrefixes", new XElement("Prefix", Written(entry.Name)));

    private ListEntry Grouped(ListEntry entry)
    {
        var at = Delimiter is null ? -1 : entry.Name.IndexOf(Delimiter, Prefix.Length, StringComparison.Ordinal);
        return at < 0 ? entry : new ListEntry(entry.Name[..(at + Delimiter!.Length)], null, false);
    }

    private static int Number(string? text) => text is null ? Most
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw S3Error.InvalidArgument("Provided max-keys not an integer or within integer range", "max-keys", text);
}
