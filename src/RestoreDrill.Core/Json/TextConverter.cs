using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RestoreDrill.Core.Json;

/// <summary>Writes a value as its text and reads it back with <paramref name="parse"/>.</summary>
internal sealed class TextConverter<T>(Func<string, T> parse) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return parse(reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} is null."));
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
}
