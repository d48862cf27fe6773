using System.Text.Json;

namespace RestoreDrill.Sandbox.Policies;

/// <summary>Reads policies as AWS does, or stricter: what is not known is an error, never passed over.</summary>
internal static class PolicyParser
{
    private const string Language = "2012-10-17";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="Http.AwsError">MalformedPolicyDocument.</exception>
    public static PolicyDocument Parse(string json, PolicyKind kind)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement, kind);
        }
        catch (JsonException)
        {
            throw Malformed.Because("The policy is not valid JSON.");
        }
    }

    private static PolicyDocument Read(JsonElement root, PolicyKind kind)
    {
        var members = PolicyJson.Members(root, "policy", ["Version", "Id", "Statement"]);
        if (!members.TryGetValue("Version", out var version) || PolicyJson.Text(version, "Version") != Language)
        {
            throw Malformed.Because($"Version must be \"{Language}\".");
        }

        if (members.TryGetValue("Id", out var id))
        {
            PolicyJson.Text(id, "Id");
        }

        if (!members.TryGetValue("Statement", out var statement))
        {
            throw Malformed.Because("A policy needs a Statement.");
        }

        List<PolicyStatement> statements =
        [
            .. PolicyJson.Many(statement, "Statement").Select((element, index) => StatementParser.Parse(element, kind, $"{index + 1}")),
        ];
        return statements.Select(read => read.Name).Distinct(StringComparer.Ordinal).Count() == statements.Count
            ? new PolicyDocument(statements)
            : throw Malformed.Because("Statement IDs (SID) in a single policy must be unique.");
    }
}
