using System.Text.Json;
using System.Text.Json.Nodes;

namespace RestoreDrill.Isolation.Documents;

/// <summary>
/// A policy document that is there, with what ours says added. Statements of others stay. Of a statement of ours (by its Sid) that reads otherwise, an Allow is
/// replaced, and a Deny stays beside ours, without its name: it may deny more.
/// </summary>
internal sealed class PolicyMerge
{
    private PolicyMerge(JsonObject document, IReadOnlyList<string> changes) => (Document, Changes) = (document, changes);

    /// <summary>What is to be put.</summary>
    public JsonObject Document { get; }

    /// <summary>What it changes, in words; empty: it says all that ours does already.</summary>
    public IReadOnlyList<string> Changes { get; }

    /// <param name="found">The document that is there; null: none.</param>
    /// <param name="ours">Ours.</param>
    /// <exception cref="FormatException">What is there is no policy document that can be read: it is not for us to overwrite.</exception>
    public static PolicyMerge Of(string? found, JsonObject ours)
    {
        if (string.IsNullOrWhiteSpace(found))
        {
            return new PolicyMerge((JsonObject)ours.DeepClone(), [.. Statements(ours).Select(static one => $"adds statement {Sid(one)}")]);
        }

        var document = Read(found);
        var statements = (JsonArray)document["Statement"]!;
        var changes = new List<string>();
        foreach (var wanted in Statements(ours))
        {
            if (statements.Any(one => Same(one, wanted)))
            {
                continue;
            }

            var named = statements.OfType<JsonObject>().FirstOrDefault(one => Sid(one) == Sid(wanted));
            changes.Add(Place(statements, named, wanted));
        }

        return new PolicyMerge(document, changes);
    }

    /// <summary>What a document says beside ours, a statement each, in words.</summary>
    /// <exception cref="FormatException"><paramref name="found"/> is no policy document that can be read.</exception>
    public static IReadOnlyList<string> Beside(string found, JsonObject ours) =>
    [
        .. ((JsonArray)Read(found)["Statement"]!).OfType<JsonObject>()
            .Where(one => !Statements(ours).Any(wanted => Same(one, wanted) || (Sid(one) is { } name && Sid(wanted) == name && (string?)one["Effect"] != "Deny")))
            .Select(InWords),
    ];

    /// <summary>Whether two documents say the same: order of statements and lists, and a single text for a list of one, make no difference.</summary>
    /// <exception cref="FormatException"><paramref name="found"/> is no policy document that can be read.</exception>
    public static bool Same(string found, JsonObject ours)
    {
        var there = ((JsonArray)Read(found)["Statement"]!).ToList();
        var wanted = Statements(ours).ToList();
        return there.Count == wanted.Count && wanted.All(one => there.Any(other => Same(other, one)));
    }

    /// <summary>What of a document changes when ours takes its place, a statement at a time, in words.</summary>
    /// <exception cref="FormatException"><paramref name="found"/> is no policy document that can be read.</exception>
    public static IReadOnlyList<string> Differences(string found, JsonObject ours)
    {
        var there = ((JsonArray)Read(found)["Statement"]!).OfType<JsonObject>().Where(one => !Statements(ours).Any(wanted => Same(one, wanted))).ToList();
        var wanted = Statements(ours).Where(one => !((JsonArray)Read(found)["Statement"]!).Any(other => Same(other, one))).ToList();
        return
        [
            .. from one in wanted
               let named = there.Find(other => Sid(other) is { } name && name == Sid(one))
               select named is null ? $"adds statement {Sid(one)}" : $"changes statement {Sid(one)}: {Difference(named, one)}",
            .. from one in there
               where !wanted.Any(other => Sid(one) is { } name && Sid(other) == name)
               select $"takes away statement {InWords(one)}",
        ];
    }

    private static string InWords(JsonObject statement) =>
        $"{Sid(statement) ?? "without a name"}: {statement["Effect"]} {(statement["Action"] is null ? "everything but " : string.Empty)}{string.Join(", ", Texts(statement["Action"] ?? statement["NotAction"]))}";

    private static string Difference(JsonObject there, JsonObject wanted) => string.Join("; ",
        from member in Meant(there).Concat(Meant(wanted)).Select(static member => member.Key).Distinct()
        where !Same(there[member], wanted[member])
        let lists = there[member] is not JsonObject && wanted[member] is not JsonObject
        select lists
            ? $"{member} {string.Join(", ", [.. Beside(wanted[member], there[member]).Select(static text => $"+ {text}"), .. Beside(there[member], wanted[member]).Select(static text => $"- {text}")])}"
            : $"{member} becomes {wanted[member]?.ToJsonString() ?? "none"}, was {there[member]?.ToJsonString() ?? "none"}");

    private static IEnumerable<string> Beside(JsonNode? one, JsonNode? other) => one is null ? [] : Texts(one).Except(other is null ? [] : Texts(other));

    private static string Place(JsonArray statements, JsonObject? named, JsonObject wanted)
    {
        if (named is null)
        {
            statements.Add(wanted.DeepClone());
            return $"adds statement {Sid(wanted)}";
        }

        if ((string?)named["Effect"] == "Deny")
        {
            named.Remove("Sid");
            statements.Add(wanted.DeepClone());
            return $"adds statement {Sid(wanted)}, and keeps the one that has its name, without the name";
        }

        statements[statements.IndexOf(named)] = wanted.DeepClone();
        return $"replaces statement {Sid(wanted)}";
    }

    private static IEnumerable<JsonObject> Statements(JsonObject document) => ((JsonArray)document["Statement"]!).Cast<JsonObject>();

    private static string? Sid(JsonObject statement) => (string?)statement["Sid"];

    private static JsonObject Read(string text)
    {
        try
        {
            var document = JsonNode.Parse(text) as JsonObject ?? throw new FormatException("it is not a JSON object");
            if ((string?)document["Version"] != "2012-10-17")
            {
                throw new FormatException($"its Version is '{document["Version"]}', not 2012-10-17, by which statements mean something else");
            }

            // One statement may stand without a list (IAM user guide, "Grammar of the IAM JSON policy language").
            if (document["Statement"] is JsonObject one)
            {
                document["Statement"] = new JsonArray(one.DeepClone());
            }

            return document["Statement"] is JsonArray ? document : throw new FormatException("it has no Statement");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>The name of a statement says nothing of what it means.</summary>
    private static bool Same(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (JsonObject left, JsonObject right) => Meant(left).Count() == Meant(right).Count() && Meant(left).All(member => right.TryGetPropertyValue(member.Key, out var value) && Same(member.Value, value)),
        (JsonArray or JsonValue, JsonArray or JsonValue) => Texts(one).SequenceEqual(Texts(other), StringComparer.Ordinal),
        _ => one is null && other is null,
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Meant(JsonObject statement) => statement.Where(static member => member.Key != "Sid");

    private static IEnumerable<string> Texts(JsonNode? node) =>
        (node is JsonArray list ? list.Select(static item => item?.ToJsonString() ?? "") : [node?.ToJsonString() ?? ""]).Distinct().Order(StringComparer.Ordinal);
}
