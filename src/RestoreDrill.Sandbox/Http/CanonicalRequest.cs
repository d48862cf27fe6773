using System.Security.Cryptography;
using System.Text;

namespace RestoreDrill.Sandbox.Http;

/// <summary>The canonical form of a request that signature version 4 signs (AWS: "Create a signed AWS API request").</summary>
internal static class CanonicalRequest
{
    /// <param name="method">The HTTP method.</param>
    /// <param name="rawTarget">Path and query as sent: a decoded path would lose which characters were escaped.</param>
    /// <param name="signedHeaders">Lower-case names, in the order of the Authorization header.</param>
    /// <param name="header">A header's values joined by a comma, or null.</param>
    /// <param name="payloadHash">Hex SHA-256 of the body, or UNSIGNED-PAYLOAD.</param>
    /// <param name="escapesPathOnce">As S3 alone has it.</param>
    public static string Build(
        string method, string rawTarget, IReadOnlyList<string> signedHeaders, Func<string, string?> header, string payloadHash, bool escapesPathOnce = false)
    {
        var mark = rawTarget.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? rawTarget : rawTarget[..mark];
        var query = mark < 0 ? "" : rawTarget[(mark + 1)..];
        var text = new StringBuilder()
            .Append(method).Append('\n')
            .Append(escapesPathOnce ? OncePath(path) : Path(path)).Append('\n')
            .Append(Query(query)).Append('\n');
        foreach (var name in signedHeaders)
        {
            text.Append(name).Append(':').Append(Collapse(header(name) ?? "")).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(payloadHash).ToString();
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // Every service but S3 escapes the already escaped path once more.
    private static string Path(string rawPath) =>
        rawPath.Length == 0 ? "/" : string.Join('/', rawPath.Split('/').Select(Uri.EscapeDataString));

    private static string OncePath(string rawPath) =>
        rawPath.Length == 0 ? "/" : string.Join('/', rawPath.Split('/').Select(segment => Uri.EscapeDataString(Uri.UnescapeDataString(segment))));

    private static string Query(string rawQuery) =>
        string.Join('&', rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Reescape(pair[0]), Value: pair.Length > 1 ? Reescape(pair[1]) : ""))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Reescape(string part) => Uri.EscapeDataString(Uri.UnescapeDataString(part.Replace('+', ' ')));

    private static string Collapse(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
