using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>The attributes of one object, with what of them is unknown and what is sensitive. Valid as long as the document they are part of.</summary>
/// <param name="Values">An object; undefined where there is none.</param>
/// <param name="Unknown"><c>after_unknown</c>: true, or an object with true in the place of what is unknown.</param>
/// <param name="Sensitive"><c>before_sensitive</c> or <c>after_sensitive</c>, in the same form.</param>
internal readonly record struct AttributeSet(JsonElement Values, JsonElement Unknown = default, JsonElement Sensitive = default)
{
    public bool IsThere => Values.ValueKind == JsonValueKind.Object;

    public AttributeValue Of(string name) => new(Members.Find(Values, name), IsMarked(Unknown, name), IsMarked(Sensitive, name));

    /// <summary>A text; null where it is unknown, absent or something else.</summary>
    public string? Text(string name) => Of(name).Text is { Length: > 0 } text ? text : null;

    private static bool IsMarked(JsonElement marks, string name) => marks.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Object => marks.TryGetProperty(name, out var mark) && HoldsTrue(mark),
        _ => false,
    };

    private static bool HoldsTrue(JsonElement mark) => mark.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Array => mark.EnumerateArray().Any(HoldsTrue),
        JsonValueKind.Object => mark.EnumerateObject().Any(static member => HoldsTrue(member.Value)),
        _ => false,
    };
}
