namespace AWSSDK.RDS.Tests.Wire;

/// <summary>One request as it arrived.</summary>
internal sealed record Asked(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The form, decoded, one <c>name=value</c> a line, in the order sent.</summary>
    public string Form => string.Join('\n', Body.Split('&').Select(Decode));

    private static string Decode(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return Uri.UnescapeDataString(pair[..at]) + "=" + Uri.UnescapeDataString(pair[(at + 1)..].Replace('+', ' '));
    }
}
