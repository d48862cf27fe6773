using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Json;

/// <summary>How the domain's records are written as JSON: camel case, enums as words, numbers beyond 64 bits as decimal text, members in the order they are declared in.</summary>
public static class CanonicalJson
{
    /// <summary>The options, read only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The value as one line of JSON.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is not such a value; a newer program may have written it.</exception>
    public static T Read<T>(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options) ?? throw new InvalidDataException($"A stored {typeof(T).Name} is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException(
                $"A stored {typeof(T).Name} cannot be read: {e.Message} It may have been written by another version of RestoreDrill.", e);
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
                new TextConverter<RunId>(RunId.Parse),
                new TextConverter<InstallationId>(InstallationId.Parse),
                new TextConverter<BigInteger>(static text => BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
