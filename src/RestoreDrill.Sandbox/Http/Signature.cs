using System.Security.Cryptography;
using System.Text;

namespace RestoreDrill.Sandbox.Http;

/// <summary>The parts of an <c>Authorization: AWS4-HMAC-SHA256</c> header, and what the signature should be.</summary>
internal sealed record Signature(string AccessKeyId, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Value)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public static Signature Parse(string? authorization)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            throw new AwsError("MissingAuthenticationToken", "Request is missing Authentication Token", 403);
        }

        if (!authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            throw Incomplete($"Authorization header requires '{Algorithm}'.");
        }

        var parts = authorization[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        if (!parts.TryGetValue("Credential", out var credential)
            || !parts.TryGetValue("SignedHeaders", out var headers)
            || !parts.TryGetValue("Signature", out var value))
        {
            throw Incomplete("Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters.");
        }

        var scope = credential.Split('/');
        if (scope.Length != 5 || scope[4] != "aws4_request")
        {
            throw Incomplete($"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{credential}'");
        }

        return new Signature(scope[0], scope[1], scope[2], scope[3], headers.Split(';'), value);
    }

    /// <summary>Whether the secret that belongs to the access key makes this very signature.</summary>
    public bool IsMadeWith(string secret, string timestamp, string canonicalRequest)
    {
        var toSign = $"{Algorithm}\n{timestamp}\n{Date}/{Region}/{Service}/aws4_request\n{CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonicalRequest))}";
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(KeyOf(secret), Encoding.UTF8.GetBytes(toSign)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(Value));
    }

    /// <summary>The key that a secret gives for the day, region and service of the scope.</summary>
    public byte[] KeyOf(string secret)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in (ReadOnlySpan<string>)[Date, Region, Service, "aws4_request"])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return key;
    }

    private static AwsError Incomplete(string message) => new("IncompleteSignature", message, 403);
}
