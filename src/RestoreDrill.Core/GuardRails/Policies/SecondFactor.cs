using System.Text.Json.Nodes;

namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>
/// Whether a trust policy lets in people with a second factor alone. The key says so only where it is there: requests signed with long-lived keys lack it, and to <c>BoolIfExists</c>
/// a key that is not there is as good as a true one (IAM user guide, "AWS global condition context keys", aws:MultiFactorAuthPresent).
/// </summary>
internal static class SecondFactor
{
    private const string Key = "aws:MultiFactorAuthPresent";

    /// <summary>What a statement must have, as people write it.</summary>
    public const string Required = $"Bool {Key} \"true\"";

    /// <summary>Whether a statement applies only where the caller has proven a second factor; what else its condition asks for narrows it further.</summary>
    public static bool IsAskedBy(PolicyStatementText statement) =>
        statement.Condition?["Bool"] is JsonObject keys && keys.Any(static key => key.Key.Equals(Key, StringComparison.OrdinalIgnoreCase) && IsTrueAlone(key.Value));

    /// <summary>Whether a principal is the account itself, whose own policies then decide, or one of its users: nobody else can have a device.</summary>
    public static bool CanBeAskedOf(string principal, string account) => principal.StartsWith("AWS ", StringComparison.Ordinal) && principal[4..] is var value
        && (value == account || (value.Split(':', 6) is ["arn", _, "iam", _, var owner, var resource] && owner == account && (resource == "root" || resource.StartsWith("user/", StringComparison.Ordinal))));

    // Of several values any one will do.
    private static bool IsTrueAlone(JsonNode? value) => value switch
    {
        JsonArray many => many.Count > 0 && many.All(IsTrueAlone),
        JsonValue one => one.ToString().Equals("true", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
