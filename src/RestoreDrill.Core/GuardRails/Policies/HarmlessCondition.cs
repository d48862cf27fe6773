using System.Text.Json.Nodes;

namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>
/// Conditions under which a denial never applies to what is done for RestoreDrill. Of a key that may be absent from a request, negated operators and those that end in <c>IfExists</c> are true
/// (IAM user guide, "IAM JSON policy elements: Condition operators"), and services of AWS, which work under our keys, bring fewer keys than we do.
/// </summary>
internal static class HarmlessCondition
{
    /// <param name="condition">A statement's; null: none.</param>
    /// <param name="action">The action that is needed.</param>
    /// <returns>Whether one of its parts is never true of that action: all of them must be for the statement to apply.</returns>
    public static bool Is(JsonObject? condition, string action) => condition is not null && condition.Any(operation =>
        operation.Value is JsonObject keys && keys.Any(key => IsNever(operation.Key, key.Key.ToLowerInvariant(), key.Value is JsonArray { Count: 1 } one ? one[0]?.ToString() : key.Value?.ToString(), action)));

    private static bool IsNever(string operation, string key, string? value, string action) => (operation, key) switch
    {
        // "This key is always included in the request context" (IAM user guide, "AWS global condition context keys").
        ("Bool" or "BoolIfExists", "aws:securetransport") => value == "false",
        ("NumericLessThan", "s3:tlsversion") => value is "1.2" or "1.1" or "1.0" or "1",

        // Whatever makes a grant for us is a service of AWS; no other action than the making of a grant has the key.
        ("Bool", "kms:grantisforawsresource") => value == "false",
        ("BoolIfExists", "kms:grantisforawsresource") => value == "false" && action == "kms:CreateGrant",
        _ => false,
    };
}
