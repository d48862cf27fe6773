using System.Text.Json;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Iam.InlinePolicies;

/// <summary>Takes the text of an inline policy or refuses it, in IAM's words where they are known; else in those of the parser.</summary>
internal static class InlineRules
{
    /// <exception cref="Http.AwsError">MalformedPolicyDocument.</exception>
    public static string Accept(string text)
    {
        using var document = Read(text);
        foreach (var statement in PolicyStatements.Of(document.RootElement))
        {
            Demand(statement);
        }

        PolicyParser.Parse(text, PolicyKind.Identity);
        return text;
    }

    private static JsonDocument Read(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            throw Malformed.Because("Syntax errors in policy.");
        }
    }

    private static void Demand(JsonElement statement)
    {
        bool Has(string name) => statement.TryGetProperty(name, out _) || statement.TryGetProperty("Not" + name, out _);
        if (Has("Principal"))
        {
            throw Malformed.Because("Policy document should not specify a principal.");
        }

        if (!Has("Action"))
        {
            throw Malformed.Because("Policy statement must contain actions.");
        }

        if (!Has("Resource"))
        {
            throw Malformed.Because("Policy statement must contain resources.");
        }
    }
}
