using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RestoreDrill.Isolation.Documents;

/// <summary>The policies of docs/iam, with what stands in braces replaced as docs/iam/README.md says.</summary>
internal static partial class ShippedPolicy
{
    /// <param name="name">The file's name, without <c>.json</c>.</param>
    /// <param name="values">
    /// What stands for each name in braces. Of several, an action's resource is written once for each; of none, what stands in a list is left out, and a statement that
    /// has no resource left with it.
    /// </param>
    /// <exception cref="ArgumentException">A value is lacking, or there are several where there can be only one.</exception>
    public static JsonObject Fill(string name, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var document = (JsonObject)JsonNode.Parse(Text(name))!;
        var statements = (JsonArray)document["Statement"]!;
        foreach (var statement in statements.Cast<JsonObject>().ToList())
        {
            if (statement["Resource"] is { } resource && resource.ToString() != "*")
            {
                var filled = Resources(resource).SelectMany(text => Filled(text, values)).Distinct(StringComparer.Ordinal).ToList();
                if (filled.Count == 0)
                {
                    statements.Remove(statement);
                    continue;
                }

                statement["Resource"] = filled.Count == 1 ? JsonValue.Create(filled[0]) : new JsonArray([.. filled.Select(static text => JsonValue.Create(text))]);
            }

            FillTexts(statement, values);
        }

        return document;
    }

    /// <summary>
    /// A policy with the statements of its addition. A denial of the addition takes the place of the one that the policy has of the same actions: an exception counts only where nothing else denies them.
    /// </summary>
    public static JsonObject Add(JsonObject document, JsonObject addition)
    {
        var statements = (JsonArray)document["Statement"]!;
        foreach (var added in ((JsonArray)addition["Statement"]!).Cast<JsonObject>())
        {
            if ((string?)added["Effect"] == "Deny")
            {
                var actions = ((JsonArray)added["Action"]!).Select(static one => (string?)one).ToList();
                foreach (var statement in statements.Cast<JsonObject>())
                {
                    var kept = ((JsonArray)statement["Action"]!).Select(static one => (string?)one).Except(actions);
                    statement["Action"] = new JsonArray([.. kept.Select(static one => JsonValue.Create(one))]);
                }
            }

            statements.Add(added.DeepClone());
        }

        return document;
    }

    /// <summary>Whether a value stands in a shipped policy.</summary>
    public static bool Names(string name, string value) => Text(name).Contains($"{{{value}}}", StringComparison.Ordinal);

    private static IEnumerable<string> Resources(JsonNode resource) => resource is JsonArray many ? many.Select(static one => one!.ToString()) : [resource.ToString()];

    private static void FillTexts(JsonNode node, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, member) in members.ToList())
                {
                    members[key] = FillOne(member, values);
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    list[i] = FillOne(list[i], values);
                }

                break;
        }
    }

    private static JsonNode? FillOne(JsonNode? node, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        if (node is JsonValue value && value.TryGetValue<string>(out var text))
        {
            var filled = Filled(text, values).ToList();
            return filled.Count == 1 ? JsonValue.Create(filled[0]) : throw new ArgumentException($"'{text}' can stand for one value only, not for {filled.Count}.");
        }

        if (node is not null)
        {
            FillTexts(node, values);
        }

        return node?.DeepClone();
    }

    private static IEnumerable<string> Filled(string text, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        if (Placeholder().Match(text) is not { Success: true } match)
        {
            return [text];
        }

        var name = match.Groups["name"].Value;
        var found = values.TryGetValue(name, out var given) ? given : throw new ArgumentException($"A policy needs a value for {match.Value}.");
        return found.SelectMany(value => Filled(text.Replace(match.Value, value, StringComparison.Ordinal), values));
    }

    private static string Text(string name)
    {
        using var stream = typeof(ShippedPolicy).Assembly.GetManifestResourceStream($"RestoreDrill.Isolation.{name}.json")
            ?? throw new ArgumentException($"There is no policy '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // Not a policy's own variable, which begins with a dollar sign.
    [GeneratedRegex(@"(?<!\$)\{(?<name>[a-z-]+)\}")]
    private static partial Regex Placeholder();
}
