using System.Globalization;
using System.Text.Json;

namespace RestoreDrill.Sandbox.Http;

/// <summary>
/// The parameters of a REST-JSON request in the flat shape of <see cref="CallParameters"/>: labels and members of the body by their names (a member of a
/// member, or an entry of a map: <c>name.key</c>; an item of a list: <c>name.member.1</c>), those of the query string as they are written there.
/// </summary>
internal static class RestContent
{
    /// <exception cref="AwsError">The body is not a JSON object.</exception>
    public static CallParameters Read(HttpRequest request, byte[] body, IReadOnlyDictionary<string, string> labels)
    {
        var values = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        if (body.Length > 0)
        {
            try
            {
                using var document = JsonDocument.Parse(body);
                Add(values, "", document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement : throw NotAnObject());
            }
            catch (JsonException)
            {
                throw NotAnObject();
            }
        }

        foreach (var (name, value) in labels)
        {
            values[name] = value;
        }

        return new CallParameters(values);
    }

    /// <summary>Adds what an element holds, in the flat shape, below a name; null is as if it had not been sent.</summary>
    public static void Add(Dictionary<string, string> values, string name, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Add(values, name.Length == 0 ? member.Name : $"{name}.{member.Name}", member.Value);
                }

                break;
            case JsonValueKind.Array:
                var number = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Add(values, string.Create(CultureInfo.InvariantCulture, $"{name}.member.{++number}"), item);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                values[name] = element.ToString();
                break;
        }
    }

    private static AwsError NotAnObject() => new("SerializationException", "The body is not a JSON object.");
}
