using System.Text.RegularExpressions;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Iam.Roles;

/// <summary>Tags of roles. Their keys differ by more than their case (IAM user guide, "Tags for AWS Identity and Access Management resources").</summary>
internal static partial class RoleTags
{
    private const int Most = 50;
    private const string Allowed = @"[\p{L}\p{Z}\p{N}_.:/=+\-@]";

    /// <summary>The tags sent, checked; none if none were sent.</summary>
    /// <exception cref="AwsError">ValidationError or InvalidInput.</exception>
    public static List<ResourceTag> Read(CallParameters parameters)
    {
        var items = parameters.Items("Tags") ?? [];
        if (items.Count > Most)
        {
            throw IamConstraint.Broken("Tags", $"have length less than or equal to {Most}");
        }

        List<ResourceTag> tags = [.. items.Select(static (item, index) => Read(item, index + 1))];
        return tags.Select(static tag => tag.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count() == tags.Count
            ? tags
            : throw IamError.InvalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    /// <summary>Lays tags over a role's own by key; the text of the refusal is not AWS's.</summary>
    /// <exception cref="AwsError">LimitExceeded: there would be more than 50.</exception>
    public static void Merge(IamRole role, IReadOnlyList<ResourceTag> over)
    {
        List<ResourceTag> merged = [.. role.Tags.Where(tag => over.All(other => !other.Key.Equals(tag.Key, StringComparison.OrdinalIgnoreCase))), .. over];
        if (merged.Count > Most)
        {
            throw IamError.LimitExceeded($"Cannot exceed quota for TagsPerRole: {Most}");
        }

        role.Tags.Clear();
        role.Tags.AddRange(merged);
    }

    public static object[] Element(ResourceTag tag) => [new XElement("Key", tag.Key), new XElement("Value", tag.Value)];

    private static ResourceTag Read(CallParameters item, int number)
    {
        var (keyName, valueName) = ($"tags.{number}.member.key", $"tags.{number}.member.value");
        var key = item.Text("Key") ?? throw IamConstraint.Broken(keyName, "not be null");
        var value = item.Text("Value") ?? "";
        IamConstraint.Length(keyName, key, 128);
        IamConstraint.Length(valueName, value, 256);
        if (!Characters().IsMatch(key))
        {
            throw IamConstraint.Broken(keyName, $"satisfy regular expression pattern: {Allowed}+");
        }

        if (!Characters().IsMatch(value))
        {
            throw IamConstraint.Broken(valueName, $"satisfy regular expression pattern: {Allowed}*");
        }

        // That the prefix is reserved is AWS's rule; its words are not known.
        return key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
            ? throw IamError.InvalidInput($"Tag keys that begin with aws: are reserved for system use: {key}")
            : new ResourceTag(key, value);
    }

    [GeneratedRegex($@"^{Allowed}*\z")]
    private static partial Regex Characters();
}
