using System.Text.Json;
using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Iam.Roles;

/// <summary>Takes a trust policy or refuses it, in IAM's words where they are known; else in those of the parser.</summary>
internal sealed partial class TrustRules(TrustedPrincipals principals)
{
    /// <exception cref="Http.AwsError">MalformedPolicyDocument or LimitExceeded.</exception>
    public TrustPolicy Accept(string text)
    {
        using var document = Read(text);
        foreach (var statement in PolicyStatements.Of(document.RootElement))
        {
            Demand(statement);
        }

        PolicyParser.Parse(text, PolicyKind.Trust);
        return PolicySize.Of(text) <= PolicySize.MostOfTrust
            ? new TrustPolicy(text)
            : throw IamError.LimitExceeded($"Cannot exceed quota for ACLSizePerRole: {PolicySize.MostOfTrust}");
    }

    private static JsonDocument Read(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            throw Malformed.Because("This policy contains invalid Json");
        }
    }

    private void Demand(JsonElement statement)
    {
        if (statement.TryGetProperty("Resource", out _))
        {
            throw Malformed.Because("Has prohibited field Resource");
        }

        if (statement.TryGetProperty("Action", out var actions) && PolicyJson.Texts(actions, "Action").Any(static action => !Assuming().IsMatch(action)))
        {
            throw Malformed.Because("AssumeRole policy may only specify STS AssumeRole actions.");
        }

        if (statement.TryGetProperty("Principal", out var principal))
        {
            principals.Demand(principal);
        }
    }

    [GeneratedRegex(@"^sts:(\*|AssumeRole.*|TagSession|SetSourceIdentity|SetContext)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Assuming();
}
