using System.Text.RegularExpressions;

namespace AWSSDK.Wire.Tests;

/// <summary>What a request's signature says of itself.</summary>
internal sealed partial record Authorization(string Scope, string SignedHeaders, string Signature)
{
    public static Authorization Read(Asked asked)
    {
        var match = Header().Match(asked.Headers["Authorization"]);
        Assert.True(match.Success, asked.Headers["Authorization"]);
        Assert.StartsWith(match.Groups["date"].Value, asked.Headers["X-Amz-Date"], StringComparison.Ordinal);
        return new Authorization(match.Groups["scope"].Value, match.Groups["headers"].Value, match.Groups["signature"].Value);
    }

    [GeneratedRegex(
        "^AWS4-HMAC-SHA256 Credential=[A-Z]+/(?<scope>(?<date>[0-9]{8})/[^,]+), "
            + "SignedHeaders=(?<headers>[^,]+), Signature=(?<signature>[0-9a-f]{64})$")]
    private static partial Regex Header();
}
