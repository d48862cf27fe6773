using System.Text.Json.Nodes;

namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>Conditions under which a denial never applies to RestoreDrill, which calls by TLS 1.2 or newer from its own accounts, and has grants made by services of AWS alone (IAM user guide, "AWS global condition context keys").</summary>
internal static class HarmlessCondition
{
    /// <param name="condition">A statement's; null: none.</param>
    /// <param name="accounts">The accounts whose roles call.</param>
    /// <returns>Whether one of its parts is never true of our calls: all of them must be for the statement to apply.</returns>
    public static bool Is(JsonObject? condition, IReadOnlyCollection<string> accounts) => condition is not null && condition.Any(operation =>
        operation.Value is JsonObject keys && keys.Any(key => IsNever(operation.Key, key.Key.ToLowerInvariant(), Texts(key.Value), accounts)));

    private static bool IsNever(string operation, string key, IReadOnlyList<string> values, IReadOnlyCollection<string> accounts) => (operation, key) switch
    {
        ("Bool" or "BoolIfExists", "aws:securetransport") => values is ["false"],
        ("NumericLessThan" or "NumericLessThanIfExists", "s3:tlsversion") => values is ["1.2" or "1.1" or "1.0" or "1"],

        // Whatever makes a grant for us is a service of AWS.
        ("Bool" or "BoolIfExists", "kms:grantisforawsresource") => values is ["false"],
        ("StringNotEquals" or "StringNotEqualsIfExists", "aws:principalaccount") => accounts.All(values.Contains),
        ("StringEquals" or "StringEqualsIfExists", "aws:principalaccount") => values.Count > 0 && !accounts.Any(values.Contains),
        _ => false,
    };

    private static IReadOnlyList<string> Texts(JsonNode? node) => node switch
    {
        JsonArray many => [.. many.Select(static one => one?.ToString() ?? string.Empty)],
        null => [],
        _ => [node.ToString()],
    };
}
