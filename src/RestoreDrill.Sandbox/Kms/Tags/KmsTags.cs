using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Kms.Tags;

/// <summary>Tags as KMS takes and answers them: a list of <c>TagKey</c> and <c>TagValue</c>.</summary>
internal static class KmsTags
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>The tags sent, checked; none if none were sent.</summary>
    /// <exception cref="AwsError">TagException or ValidationException.</exception>
    public static List<ResourceTag> Read(CallParameters parameters)
    {
        var tags = (parameters.Items("Tags") ?? [])
            .Select((item, index) => new ResourceTag(item.Text("TagKey") ?? throw KmsError.Missing($"tags.{index + 1}.member.tagKey"), item.Text("TagValue") ?? "")).ToList();
        if (tags.DistinctBy(tag => tag.Key).Count() != tags.Count)
        {
            throw KmsError.Tag("Duplicate tag keys");
        }

        for (var i = 0; i < tags.Count; i++)
        {
            RefuseLong(tags[i].Key, LongestKey, $"tags.{i + 1}.member.tagKey");
            RefuseLong(tags[i].Value, LongestValue, $"tags.{i + 1}.member.tagValue");
        }

        RefuseReserved(tags.Select(tag => tag.Key));
        return Bounded(tags);
    }

    /// <exception cref="AwsError">TagException.</exception>
    public static void RefuseReserved(IEnumerable<string> keys)
    {
        if (keys.Any(key => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            throw KmsError.Tag("Tags beginning with aws: are reserved");
        }
    }

    /// <summary>The tags with others laid over them by key.</summary>
    /// <exception cref="AwsError">TagException: there would be more than 50.</exception>
    public static List<ResourceTag> Merge(IReadOnlyList<ResourceTag> tags, IReadOnlyList<ResourceTag> over) =>
        Bounded([.. tags.Where(tag => over.All(other => other.Key != tag.Key)), .. over]);

    private static void RefuseLong(string text, int most, string member)
    {
        if (text.Length > most)
        {
            throw KmsError.Constraint(text, member, $"Member must have length less than or equal to {most}");
        }
    }

    private static List<ResourceTag> Bounded(List<ResourceTag> tags) => tags.Count <= Most ? tags : throw KmsError.Tag("Too many tags");
}
