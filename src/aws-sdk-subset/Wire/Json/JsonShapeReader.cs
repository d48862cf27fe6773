using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.Wire.Json;

/// <summary>Reads a structure from a JSON object by the map of its type. What the map does not know is skipped; null counts as left out.</summary>
internal static class JsonShapeReader
{
    /// <exception cref="JsonException">A value is not of its member's kind.</exception>
    public static void Fill(JsonElement json, object owner)
    {
        var shape = Shape.Of(owner.GetType());
        foreach (var property in Of(json, JsonValueKind.Object).EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null || shape.Find(property.Name) is not { } member)
            {
                continue;
            }

            if (member.IsList)
            {
                foreach (var item in Of(property.Value, JsonValueKind.Array).EnumerateArray())
                {
                    member.Add(owner, ReadValue(item, member.ValueType));
                }
            }
            else if (member.IsMap)
            {
                foreach (var entry in Of(property.Value, JsonValueKind.Object).EnumerateObject())
                {
                    member.Add(owner, entry.Name, ReadValue(entry.Value, member.ValueType));
                }
            }
            else
            {
                member.Set(owner, ReadValue(property.Value, member.ValueType));
            }
        }
    }

    /// <exception cref="JsonException">The value is not of that kind.</exception>
    public static object ReadValue(JsonElement json, Type type)
    {
        if (Shape.IsStructure(type))
        {
            var structure = Activator.CreateInstance(type);
            Fill(json, structure);
            return structure;
        }

        if (typeof(ConstantClass).IsAssignableFrom(type))
        {
            // The constructor keeps a value that this subset does not list.
            return Activator.CreateInstance(type, Of(json, JsonValueKind.String).GetString());
        }

        return (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var t when t == typeof(string) => Of(json, JsonValueKind.String).GetString(),
            var t when t == typeof(bool) => json.ValueKind == JsonValueKind.True || Of(json, JsonValueKind.False).GetBoolean(),
            var t when t == typeof(long) => ReadWhole(json),
            var t when t == typeof(DateTime) => ReadTime(json),
            _ => throw new NotSupportedException($"No wire form for {type}."),
        };
    }

    private static long ReadWhole(JsonElement json)
        => Of(json, JsonValueKind.Number).TryGetInt64(out var number) ? number : throw Unexpected(json, "a whole number");

    /// <summary>Seconds since 1970, to the millisecond. Read as a decimal: a double would lose the last digit.</summary>
    private static DateTime ReadTime(JsonElement json)
        => Of(json, JsonValueKind.Number).TryGetDecimal(out var seconds)
            ? DateTime.UnixEpoch.AddMilliseconds((double)decimal.Round(seconds * 1000))
            : throw Unexpected(json, "seconds since 1970");

    private static JsonElement Of(JsonElement json, JsonValueKind kind)
        => json.ValueKind == kind ? json : throw Unexpected(json, kind.ToString());

    private static JsonException Unexpected(JsonElement json, string expected)
        => new(string.Create(CultureInfo.InvariantCulture, $"Expected {expected} and found {json.ValueKind}."));
}
