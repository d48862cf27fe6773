using RestoreDrill.Core.Installation;

namespace RestoreDrill.Core.Copying;

/// <summary>
/// A copy is known as this installation's copy of a database by three of its tags. A snapshot of ours without them, or with others, is a copy that lost its tags: no drill takes it, and
/// whatever looks at copies calls it that.
/// </summary>
public static class CopyTags
{
    /// <summary>What is wrong with the tags that a copy of the database is known by, one phrase each; empty: it is known as that.</summary>
    public static IReadOnlyList<string> Lost(CloudSnapshot snapshot, InstallationId installation, string database)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ReadOnlySpan<(string Key, string Value)> known = [(TagNames.Role, TagNames.CopyRole), (TagNames.Installation, installation.Value), (TagNames.Database, database)];
        var lost = new List<string>();
        foreach (var (key, value) in known)
        {
            if (!snapshot.Tags.TryGetValue(key, out var found))
            {
                lost.Add($"{key} is missing");
            }
            else if (found != value)
            {
                lost.Add($"{key} is '{found}', not '{value}'");
            }
        }

        return lost;
    }

    /// <summary>To follow the name of a copy that <see cref="Lost"/> some.</summary>
    public static string Words(CloudSnapshot snapshot, InstallationId installation, string database) =>
        $"is a copy that lost its tags ({string.Join(", ", Lost(snapshot, installation, database))})";

    /// <summary>Whether it has a name that this installation gives to copies, and lost its tags without a word of which database it is of: as far as it says itself, it may be of this one.</summary>
    public static bool MayBeLostBy(CloudSnapshot snapshot, InstallationId installation, string database)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new ResourceNames(installation).CopyRunOf(snapshot.Name) is not null
            && snapshot.Tags.GetValueOrDefault(TagNames.Database, database) == database
            && Lost(snapshot, installation, database).Count > 0;
    }
}
