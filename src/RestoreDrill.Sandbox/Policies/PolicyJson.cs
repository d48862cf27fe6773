using System.Text.Json;

namespace RestoreDrill.Sandbox.Policies;

/// <summary>The shapes of JSON that policies are made of.</summary>
internal static class PolicyJson
{
    /// <summary>The members of an object, none of them unknown.</summary>
    public static Dictionary<string, JsonElement> Members(JsonElement element, string what, IReadOnlyList<string>? known = null)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Malformed.Because($"The {what} must be an object.");
        }

        var members = element.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        return known is not null && members.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw Malformed.Because($"The {what} has an unknown element: {unknown}.")
            : members;
    }

    /// <summary>One element, or the elements of an array, which must not be empty.</summary>
    public static IReadOnlyList<JsonElement> Many(JsonElement element, string what)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return [element];
        }

        return element.GetArrayLength() > 0 ? [.. element.EnumerateArray()] : throw Malformed.Because($"{what} must not be empty.");
    }

    public static string Text(JsonElement element, string what) => element.ValueKind == JsonValueKind.String
        ? element.GetString()!
        : throw Malformed.Because($"{what} must be a string.");

    /// <summary>One text or several.</summary>
    public static IReadOnlyList<string> Texts(JsonElement element, string what) => [.. Many(element, what).Select(item => Text(item, what))];

    /// <summary>A value of a condition: a text, a number or a boolean, as text.</summary>
    public static string Scalar(JsonElement element, string what) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw Malformed.Because($"{what} must be a string, a number or a boolean."),
    };

    public static TextPattern Pattern(string text, string what) =>
        TextPattern.TryParse(text) ?? throw Malformed.Because($"{what} has a variable that is not well formed: {text}.");
}
