using System.Text.Json;
using System.Text.Json.Nodes;

namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>An AWS policy document, read to be judged. What cannot be read is never taken for a policy that denies, or for one that allows nothing.</summary>
internal sealed class PolicyText
{
    private static readonly JsonDocumentOptions NothingTwice = new() { AllowDuplicateProperties = false };

    private PolicyText(IReadOnlyList<PolicyStatementText> statements) => Statements = statements;

    public IReadOnlyList<PolicyStatementText> Statements { get; }

    /// <exception cref="FormatException">It is no policy document that can be read.</exception>
    public static PolicyText Parse(string text)
    {
        try
        {
            var document = JsonNode.Parse(text, documentOptions: NothingTwice) as JsonObject ?? throw new FormatException("it is not a JSON object");
            var statements = document["Statement"] switch
            {
                JsonArray many => many.ToList(),
                JsonObject one => [one],
                _ => throw new FormatException("it has no Statement"),
            };
            return new PolicyText([.. statements.Select(Read)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static PolicyStatementText Read(JsonNode? node)
    {
        var statement = node as JsonObject ?? throw new FormatException("a Statement is not a JSON object");
        var effect = (string?)statement["Effect"];
        if (effect is not ("Allow" or "Deny"))
        {
            throw new FormatException($"a Statement has the Effect '{effect}'");
        }

        var (actions, notActions) = (Texts(statement["Action"]), Texts(statement["NotAction"]));
        if (actions.Count + notActions.Count == 0)
        {
            throw new FormatException("a Statement is about no action");
        }

        var (principals, notPrincipals) = (Principals(statement["Principal"]), Principals(statement["NotPrincipal"]));
        var (resources, notResources) = (Texts(statement["Resource"]), Texts(statement["NotResource"]));
        if ((actions.Count > 0 && notActions.Count > 0) || (resources.Count > 0 && notResources.Count > 0) || (principals.Count > 0 && notPrincipals.Count > 0))
        {
            throw new FormatException("a Statement says both what it is about and what it is not about");
        }

        var condition = statement["Condition"] switch
        {
            null => null,
            JsonObject keys => keys,
            _ => throw new FormatException("a Condition is not a JSON object"),
        };
        return new PolicyStatementText(
            effect == "Deny",
            [.. actions, .. notActions],
            notActions.Count > 0,
            [.. resources, .. notResources],
            notResources.Count > 0,
            [.. principals, .. notPrincipals],
            notPrincipals.Count > 0,
            condition is { Count: > 0 } ? condition : null);
    }

    private static List<string> Texts(JsonNode? node) => node switch
    {
        null => [],
        JsonArray many => [.. many.Select(static one => (string?)one ?? throw new FormatException("a list holds null"))],
        JsonValue one => [(string?)one ?? throw new FormatException("a text is null")],
        _ => throw new FormatException("a text or a list of texts was expected"),
    };

    private static List<string> Principals(JsonNode? node) => node switch
    {
        JsonObject kinds => [.. kinds.SelectMany(static kind => Texts(kind.Value).Select(value => value == "*" && kind.Key == "AWS" ? "*" : $"{kind.Key} {value}"))],
        _ => Texts(node),
    };
}
