using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>Reads members of a JSON object that must have a certain kind; another kind makes the document unreadable.</summary>
internal static class Members
{
    /// <summary>The member, or an undefined element where it is absent.</summary>
    public static JsonElement Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    public static string RequiredText(JsonElement parent, string name, string what) =>
        Text(parent, name, what) ?? throw new TerraformDocumentException(GuardRules.Unreadable, $"{what} has no {name}.");

    /// <summary>A text; null where it is absent or null.</summary>
    public static string? Text(JsonElement parent, string name, string what)
    {
        var member = Find(parent, name);
        return member.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String => TextOf(member),
            _ => throw new TerraformDocumentException(GuardRules.Unreadable, $"{name} of {what} is not a text."),
        };
    }

    /// <summary>An object; undefined where it is absent or null.</summary>
    public static JsonElement Object(JsonElement parent, string name, string what)
    {
        var member = Find(parent, name);
        return member.ValueKind switch
        {
            JsonValueKind.Object => member,
            JsonValueKind.Undefined or JsonValueKind.Null => default,
            _ => throw new TerraformDocumentException(GuardRules.Unreadable, $"{name} of {what} is not an object."),
        };
    }

    /// <summary>The text of a JSON string.</summary>
    public static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new TerraformDocumentException(GuardRules.Unreadable, "A text in the document is half of a surrogate pair.", e);
        }
    }
}
