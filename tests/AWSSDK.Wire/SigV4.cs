using System.Security.Cryptography;
using System.Text;

namespace AWSSDK.Wire.Tests;

/// <summary>Signature Version 4 as a server computes it (AWS General Reference, "Create a signed AWS API request").</summary>
internal static class SigV4
{
    public const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The signature of a header-signed request. The path is encoded once more than it is sent, as for every service but S3.</summary>
    public static string Of(Asked asked, string secret)
    {
        var (scope, signedHeaders, _) = asked.Authorization;
        var path = string.Join('/', asked.Path.Split('/').Select(Uri.EscapeDataString));
        var headers = string.Concat(signedHeaders.Split(';').Select(h => $"{h}:{asked.Headers[h].Trim()}\n"));
        var canonical = $"{asked.Method}\n{path}\n{string.Join('&', asked.Query)}\n{headers}\n{signedHeaders}\n{Hash(asked.Body)}";
        return Sign(canonical, asked.Headers["X-Amz-Date"], scope, secret);
    }

    /// <summary>The signature of a presigned GET of which only the host header is signed.</summary>
    public static string OfPresignedGet(Uri url, IReadOnlyDictionary<string, string> query, string secret)
    {
        var pairs = query
            .Where(p => p.Key != "X-Amz-Signature")
            .Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}")
            .Order(StringComparer.Ordinal);
        var canonical = $"GET\n/\n{string.Join('&', pairs)}\nhost:{url.Authority}\n\nhost\n{EmptyHash}";
        var scope = query["X-Amz-Credential"][(query["X-Amz-Credential"].IndexOf('/', StringComparison.Ordinal) + 1)..];
        return Sign(canonical, query["X-Amz-Date"], scope, secret);
    }

    private static string Sign(string canonical, string date, string scope, string secret)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hash(canonical)}")));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
