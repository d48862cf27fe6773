namespace RestoreDrill.Sandbox.Http;

/// <summary>Method and path of a REST operation.</summary>
/// <param name="method">Of HTTP.</param>
/// <param name="path">As the service model has it, with labels in braces; a slash at its end does not count.</param>
internal sealed class RestRoute(string method, string path)
{
    private readonly string[] segments = Split(path);

    /// <summary>The segments of a path, still escaped.</summary>
    public static string[] Split(string path) => path.Trim('/').Split('/');

    /// <summary>The labels' values by their names as members (<c>backupVaultName</c> is the member BackupVaultName); null if this is not the route.</summary>
    public IReadOnlyDictionary<string, string>? Match(string asked, IReadOnlyList<string> askedSegments)
    {
        if (asked != method || askedSegments.Count != segments.Length)
        {
            return null;
        }

        var labels = new Dictionary<string, string>();
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i] is ['{', .. var label, '}'] && askedSegments[i].Length > 0)
            {
                labels.Add(char.ToUpperInvariant(label[0]) + label[1..], Uri.UnescapeDataString(askedSegments[i]));
            }
            else if (segments[i] != askedSegments[i])
            {
                return null;
            }
        }

        return labels;
    }
}
