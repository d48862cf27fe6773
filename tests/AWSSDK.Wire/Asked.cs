namespace AWSSDK.Wire.Tests;

/// <summary>One request as it arrived.</summary>
/// <param name="Target">Path and query string exactly as they were sent.</param>
internal sealed record Asked(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>As it was sent: what is percent-encoded stays so.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The query string as it was sent, one pair an item, sorted.</summary>
    public IReadOnlyList<string> Query
        => Target.Contains('?', StringComparison.Ordinal) ? [.. Target.Split('?', 2)[1].Split('&').Order(StringComparer.Ordinal)] : [];

    /// <summary>The form, decoded, one <c>name=value</c> a line, in the order sent. A body that is no form is left as it is.</summary>
    public string Form
        => string.Join('\n', Body.Split('&').Select(static pair => pair.Contains('=', StringComparison.Ordinal) ? Decode(pair) : pair));

    public Authorization Authorization => Authorization.Read(this);

    /// <summary>
    /// In the form of the golden files: method and path, the pairs of the query string, the given headers, and the body, whose JSON is indented anew.
    /// </summary>
    public string Http(params string[] headers)
    {
        var head = string.Join(
            '\n', [$"{Method} {Path}", .. Query, .. headers.Where(Headers.ContainsKey).Select(name => $"{name}: {Headers[name]}")]);
        return Body.Length == 0 ? head : $"{head}\n\n{GoldenJson.Indent(Body)}";
    }

    private static string Decode(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return Uri.UnescapeDataString(pair[..at]) + "=" + Uri.UnescapeDataString(pair[(at + 1)..].Replace('+', ' '));
    }
}
