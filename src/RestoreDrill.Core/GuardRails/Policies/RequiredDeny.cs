using System.Text.Json.Nodes;

namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>A denial that must be there.</summary>
/// <param name="Action">The action.</param>
/// <param name="Resource">On what; <c>*</c> for anything.</param>
/// <param name="Excepted">The one condition that may narrow it, as operator, key and value; null: none may.</param>
internal sealed record RequiredDeny(string Action, string Resource = "*", (string Operator, string Key, string Value)? Excepted = null)
{
    /// <summary>Whether one of these statements denies it to everybody. What a condition narrows counts only where the condition is the one that is excepted.</summary>
    public bool IsIn(IEnumerable<PolicyStatementText> statements) => statements.Any(statement =>
        statement.IsDeny && statement.IsAbout(Action) && Covers(statement) && IsForEverybody(statement) && IsNotNarrowed(statement.Condition));

    /// <summary>Whether a statement allows it to anybody, on anything. A grant for a service of AWS is what restores and copies take.</summary>
    public bool IsAllowedBy(PolicyStatementText statement) => !statement.IsDeny && statement.IsAbout(Action) && !(Excepted is { } excepted && IsForServicesOfAws(statement.Condition, excepted.Key));

    private static bool IsForServicesOfAws(JsonObject? condition, string key) =>
        condition?["Bool"] is JsonObject keys && keys[key] is JsonValue value && value.ToString().Equals("true", StringComparison.OrdinalIgnoreCase);

    // Of "anything" only "*" is sure to be all.
    private bool Covers(PolicyStatementText statement) => Resource == "*" ? !statement.IsNotResource && statement.Resources.Contains("*") : statement.IsOn(Resource);

    // A service control policy has no principal: it is for the whole account.
    private static bool IsForEverybody(PolicyStatementText statement) => !statement.IsNotPrincipal && (statement.Principals.Count == 0 || statement.Principals.Contains("*"));

    private bool IsNotNarrowed(JsonObject? condition) => condition is null
        || (Excepted is { } excepted
            && condition.Count == 1
            && condition[excepted.Operator] is JsonObject { Count: 1 } keys
            && keys[excepted.Key] is JsonValue value
            && value.ToString().Equals(excepted.Value, StringComparison.OrdinalIgnoreCase));
}
