using System.Collections;
using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.Wire.Json;

/// <summary>Writes a structure as a JSON object by the map of its type: the members that are set and belong into a body.</summary>
internal static class JsonShapeWriter
{
    public static byte[] Bytes(object structure)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            WriteMembers(json, structure);
        }

        return stream.ToArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, object owner)
    {
        json.WriteStartObject();
        foreach (var member in Shape.Of(owner.GetType()).Members.Where(static member => member.IsInBody))
        {
            var value = member.Get(owner) ?? (member.IsIdempotencyToken ? Guid.NewGuid().ToString() : null);

            // An empty list that the caller set says "make it empty"; one that merely exists because collections are initialised says nothing.
            if (value is not (null or ICollection { Count: 0 }) || (value is not null && !AWSConfigs.InitializeCollections))
            {
                json.WritePropertyName(member.Name);
                WriteValue(json, value);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case ConstantClass constant:
                json.WriteStringValue(constant.Value);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, null));
                break;
            case DateTime time:
                // Seconds since 1970, without what is left of the last one: as botocore and the official package write a time in a body.
                json.WriteNumberValue(new DateTimeOffset(time.ToUniversalTime()).ToUnixTimeSeconds());
                break;
            case IDictionary map:
                json.WriteStartObject();
                foreach (DictionaryEntry entry in map)
                {
                    json.WritePropertyName((string)entry.Key);
                    WriteValue(json, entry.Value);
                }

                json.WriteEndObject();
                break;
            case IList list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            case var structure when Shape.IsStructure(structure.GetType()):
                WriteMembers(json, structure);
                break;
            default:
                throw new NotSupportedException($"No wire form for {value.GetType()}.");
        }
    }
}
