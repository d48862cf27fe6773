using System.Text.Json;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Iam;

/// <summary>The statements of a policy that is JSON and may be malformed otherwise.</summary>
internal static class PolicyStatements
{
    /// <summary>Those that are objects; what else there is, the parser refuses.</summary>
    public static IEnumerable<JsonElement> Of(JsonElement policy) =>
        policy.ValueKind == JsonValueKind.Object && policy.TryGetProperty("Statement", out var statement)
            ? PolicyJson.Many(statement, "Statement").Where(static element => element.ValueKind == JsonValueKind.Object)
            : [];
}
