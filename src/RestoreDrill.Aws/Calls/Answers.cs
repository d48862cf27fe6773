using Amazon.RDS.Model;
using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Aws.Calls;

/// <summary>From the SDK's values, any of which may be null, to ours.</summary>
internal static class Answers
{
    /// <exception cref="CloudException">AWS's answer lacks a field that the work cannot go on without.</exception>
    public static string Needed(string? value, string field) => string.IsNullOrEmpty(value)
        ? throw new CloudException(
            CloudFault.Other, "Reading AWS's answer", field, "IncompleteAnswer", null, $"The answer has no {field}, which AWS documents to be always there.")
        : value;

    /// <summary>The SDK gives UTC, but does not always say so in <see cref="DateTime.Kind"/>.</summary>
    public static DateTimeOffset? Time(DateTime? value) => value switch
    {
        null => null,
        { Kind: DateTimeKind.Local } local => new DateTimeOffset(local).ToUniversalTime(),
        { } utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
    };

    public static IReadOnlyDictionary<string, string> Tags(IEnumerable<Tag>? tags)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? [])
        {
            found[tag.Key] = tag.Value ?? "";
        }

        return found;
    }

    public static List<Tag> Tags(IReadOnlyDictionary<string, string> tags) =>
        [.. tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => new Tag { Key = tag.Key, Value = tag.Value })];
}
