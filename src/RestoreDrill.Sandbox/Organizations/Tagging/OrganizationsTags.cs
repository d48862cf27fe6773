using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Organizations.Tagging;

/// <summary>Tags as AWS Organizations takes and keeps them.</summary>
internal static class OrganizationsTags
{
    /// <summary>How many tags a part of the organisation can have (Organizations user guide, "Quotas").</summary>
    private const int Most = 50;

    /// <summary>The tags sent, checked; none if none were sent.</summary>
    /// <exception cref="AwsError">InvalidInputException.</exception>
    public static List<ResourceTag> Read(CallParameters parameters)
    {
        List<ResourceTag> tags = [.. (parameters.Items("Tags") ?? []).Select(item => new ResourceTag(item.Text("Key") ?? "", item.Text("Value") ?? ""))];
        foreach (var (key, value) in tags)
        {
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw OrganizationsError.InvalidInput("INVALID_SYSTEM_TAGS_PARAMETER", "You specified a tag key that is a system tag.");
            }

            if (key.Length == 0 || key.Length > 128 || value.Length > 256)
            {
                throw OrganizationsError.InvalidInput(
                    key.Length == 0 ? "MIN_LENGTH_EXCEEDED" : "MAX_LENGTH_EXCEEDED", "A tag key has from 1 to 128 characters, and a value at most 256.");
            }
        }

        return tags.Select(tag => tag.Key).Distinct(StringComparer.Ordinal).Count() == tags.Count && tags.Count <= Most
            ? tags
            : throw (tags.Count > Most ? TooMany() : OrganizationsError.InvalidInput(
                "DUPLICATE_TAG_KEY", "Tag keys must be unique among the tags attached to the same entity."));
    }

    /// <summary>Lays tags over those of a part of the organisation, by key.</summary>
    /// <exception cref="AwsError">ConstraintViolationException: there would be more than 50.</exception>
    public static void Put(OrganisationState state, string id, IReadOnlyList<ResourceTag> tags)
    {
        List<ResourceTag> merged = [.. Of(state, id).Where(tag => tags.All(other => other.Key != tag.Key)), .. tags];
        if (merged.Count > 0)
        {
            state.Tags[id] = merged.Count <= Most ? merged : throw TooMany();
        }
    }

    public static IReadOnlyList<ResourceTag> Of(OrganisationState state, string id) => state.Tags.GetValueOrDefault(id) ?? [];

    private static AwsError TooMany() =>
        OrganizationsError.ConstraintViolation("MAX_TAG_LIMIT_EXCEEDED", "You have exceeded the number of tags allowed on this resource.");
}
