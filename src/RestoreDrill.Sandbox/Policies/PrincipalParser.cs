using System.Text.Json;

namespace RestoreDrill.Sandbox.Policies;

/// <summary>Reads the element Principal or NotPrincipal. Federated and canonical users are not known here, so that a policy that names them is refused.</summary>
internal static class PrincipalParser
{
    public static IReadOnlyList<PrincipalPattern> Parse(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return element.GetString() == "*" ? [PrincipalPattern.Everybody] : throw Invalid(element.GetString()!);
        }

        var members = PolicyJson.Members(element, "principal", ["AWS", "Service"]);
        return members.Count > 0
            ? [.. members.SelectMany(member => PolicyJson.Texts(member.Value, member.Key).Select(text => Read(member.Key, text)))]
            : throw Malformed.Because("The principal must not be empty.");
    }

    private static PrincipalPattern Read(string type, string text) =>
        (type == "AWS" ? PrincipalPattern.OfAws(text) : PrincipalPattern.OfService(text)) ?? throw Invalid(text);

    private static Http.AwsError Invalid(string text) => Malformed.Because($"Invalid principal in policy: \"{text}\".");
}
