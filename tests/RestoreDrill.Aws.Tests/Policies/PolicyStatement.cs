using System.Text.Json;

namespace RestoreDrill.Aws.Tests.Policies;

internal sealed record PolicyStatement(string Effect, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, string Condition)
{
    public static PolicyStatement From(JsonElement json) => new(
        json.GetProperty(nameof(Effect)).GetString()!,
        Texts(json, "Action"),
        Texts(json, "Resource"),
        json.TryGetProperty(nameof(Condition), out var condition) ? condition.GetRawText() : "");

    private static IReadOnlyList<string> Texts(JsonElement json, string name) => !json.TryGetProperty(name, out var value)
        ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [value.GetString()!];
}
