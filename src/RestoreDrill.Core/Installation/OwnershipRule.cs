using RestoreDrill.Core.Cloud;

namespace RestoreDrill.Core.Installation;

/// <summary>Whether a resource is ours: its name and each of its tags must be exactly what this run gave it.</summary>
internal static class OwnershipRule
{
    public static void Require(
        string resource,
        string claimed,
        string name,
        IReadOnlyCollection<string> expectedNames,
        IReadOnlyDictionary<string, string> tags,
        IReadOnlyDictionary<string, string> expectedTags)
    {
        var wrong = new List<string>();
        var lacks = new Dictionary<string, string>();
        var isNamed = expectedNames.Contains(name);
        if (!isNamed)
        {
            wrong.Add($"its name is not {string.Join(" or ", expectedNames)}");
        }

        foreach (var (key, expected) in expectedTags)
        {
            if (!tags.TryGetValue(key, out var found) || found != expected)
            {
                lacks[key] = expected;
                wrong.Add($"its tag {key} is {(found is null ? "missing" : $"'{found}'")}, not '{expected}'");
            }
        }

        if (wrong.Count > 0)
        {
            throw new NotOursException($"{resource} is not {claimed}: {string.Join(", ", wrong)}. Nothing was done to it.", isNamed ? lacks : null);
        }
    }
}
