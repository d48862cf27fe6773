using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Tags;

/// <summary>A tag of an RDS resource.</summary>
internal sealed record ResourceTag(string Key, string Value)
{
    private const int Most = 50;

    /// <summary>The tags sent as <c>Tags.Tag.N</c>, checked; null if none were sent.</summary>
    public static List<ResourceTag>? Read(CallParameters parameters)
    {
        var tags = parameters.Items("Tags")?.Select(item => new ResourceTag(item.Required("Key"), item.Text("Value") ?? "")).ToList();
        if (tags is null)
        {
            return null;
        }

        if (tags.Find(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) is { } reserved)
        {
            throw AwsError.InvalidParameterValue($"Tag keys starting with 'aws:' are reserved for system use: {reserved.Key}");
        }

        if (tags.Find(tag => tag.Key.Length > 128 || tag.Value.Length > 256) is { } tooLong)
        {
            throw AwsError.InvalidParameterValue($"A tag key has at most 128 characters and a value 256: {tooLong.Key}");
        }

        if (tags.Select(tag => tag.Key).Distinct().Count() != tags.Count)
        {
            throw AwsError.InvalidParameterValue("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }

        return Bounded(tags);
    }

    /// <summary>The tags with others laid over them by key.</summary>
    public static List<ResourceTag> Merge(IEnumerable<ResourceTag> tags, IReadOnlyCollection<ResourceTag> over) =>
        Bounded([.. tags.Where(tag => over.All(other => other.Key != tag.Key)), .. over]);

    public static XElement List(IEnumerable<ResourceTag> tags) =>
        new("TagList", tags.Select(tag => new XElement("Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value))));

    private static List<ResourceTag> Bounded(List<ResourceTag> tags) => tags.Count <= Most
        ? tags
        : throw AwsError.InvalidParameterValue($"Number of tags exceeds the limit of {Most} per resource.");
}
