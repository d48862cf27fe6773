using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Backup.Tags;

/// <summary>Tags as AWS Backup takes and answers them: a map.</summary>
internal static class BackupTags
{
    /// <summary>How many tags a resource can have.</summary>
    public const int Most = 50;

    /// <summary>The tags sent under that name, checked; none if none were sent.</summary>
    /// <exception cref="AwsError">InvalidParameterValueException.</exception>
    public static List<ResourceTag> Read(CallParameters parameters, string name)
    {
        List<ResourceTag> tags = [.. (parameters.Map(name) ?? new Dictionary<string, string>()).Select(tag => new ResourceTag(tag.Key, tag.Value))];
        if (tags.Find(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) is { } reserved)
        {
            throw BackupError.InvalidParameterValue($"Tag keys starting with 'aws:' are reserved for system use: {reserved.Key}");
        }

        return tags.Find(tag => tag.Key.Length > 128 || tag.Value.Length > 256) is { } tooLong
            ? throw BackupError.InvalidParameterValue($"A tag key has at most 128 characters and a value 256: {tooLong.Key}")
            : Bounded(tags);
    }

    /// <summary>The tags with others laid over them by key.</summary>
    /// <exception cref="AwsError">InvalidParameterValueException: there would be more than 50.</exception>
    public static List<ResourceTag> Merge(IReadOnlyList<ResourceTag> tags, IReadOnlyList<ResourceTag> over) =>
        Bounded([.. tags.Where(tag => over.All(other => other.Key != tag.Key)), .. over]);

    private static List<ResourceTag> Bounded(List<ResourceTag> tags) => tags.Count <= Most
        ? tags
        : throw BackupError.InvalidParameterValue($"A resource has at most {Most} tags.");
}
