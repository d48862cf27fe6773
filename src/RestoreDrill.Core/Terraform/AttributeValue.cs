using System.Globalization;
using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>The value of one attribute, before or after.</summary>
/// <param name="Element">The value; undefined where it is absent.</param>
/// <param name="IsUnknown">Whether it, or a part of it, is known only after apply.</param>
/// <param name="IsSensitive">Whether it must not be shown.</param>
internal readonly record struct AttributeValue(JsonElement Element, bool IsUnknown, bool IsSensitive)
{
    private const int Longest = 60;

    /// <summary>Known to be nothing: null, absent, or an empty text.</summary>
    public bool IsNothing => !IsUnknown
        && (Element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || (Element.ValueKind == JsonValueKind.String && Members.TextOf(Element).Length == 0));

    public bool IsTrue => !IsUnknown && (Element.ValueKind == JsonValueKind.True || (Element.ValueKind == JsonValueKind.String && Members.TextOf(Element) == "true"));

    public bool IsFalse => !IsUnknown && (Element.ValueKind == JsonValueKind.False || (Element.ValueKind == JsonValueKind.String && Members.TextOf(Element) == "false"));

    /// <summary>The number, where it is one or is written as a text.</summary>
    public decimal? Number => IsUnknown ? null : Element.ValueKind switch
    {
        JsonValueKind.Number when Element.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(Members.TextOf(Element), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>The text, where it is one.</summary>
    public string? Text => !IsUnknown && Element.ValueKind == JsonValueKind.String ? Members.TextOf(Element) : null;

    /// <summary>The value as people are shown it.</summary>
    public string Shown => this switch
    {
        { IsUnknown: true } => "(known after apply)",
        { Element.ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => "(not set)",
        { IsSensitive: true } => "(sensitive)",
        { Element.ValueKind: JsonValueKind.String } => Printable.Of(Members.TextOf(Element), Longest) is { Length: > 0 } text ? text : "(empty)",
        { Element.ValueKind: JsonValueKind.Object or JsonValueKind.Array } => "(several values)",
        _ => Printable.Of(Element.GetRawText(), Longest),
    };

    /// <summary>Whether both are the same value; policies, which are JSON in a text, by what they say.</summary>
    public bool SaysTheSameAs(AttributeValue other)
    {
        if (IsUnknown || other.IsUnknown)
        {
            return false;
        }

        if (IsNothing || other.IsNothing)
        {
            return IsNothing && other.IsNothing;
        }

        return JsonElement.DeepEquals(Element, other.Element)
            || (Text is { } left && other.Text is { } right && PolicyText.AreEqual(left, right));
    }
}
