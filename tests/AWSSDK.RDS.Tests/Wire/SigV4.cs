using System.Security.Cryptography;
using System.Text;

namespace AWSSDK.RDS.Tests.Wire;

/// <summary>Signature Version 4 as a server computes it (AWS General Reference, "Create a signed AWS API request").</summary>
internal static class SigV4
{
    public const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The signature of a header-signed POST with an empty query.</summary>
    public static string OfPost(Asked asked, string scope, string signedHeaders, string secret)
    {
        var headers = string.Concat(signedHeaders.Split(';').Select(h => $"{h}:{asked.Headers[h].Trim()}\n"));
        var canonical = $"POST\n{asked.Path}\n\n{headers}\n{signedHeaders}\n{Hash(asked.Body)}";
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
