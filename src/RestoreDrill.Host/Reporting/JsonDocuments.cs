using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RestoreDrill.Host.Reporting;

/// <summary>How documents for machines are written: camelCase, enumerations as camelCase words, every member there even where it is null.</summary>
internal static class JsonDocuments
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        // Written to a terminal or a file, never into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(object document) => JsonSerializer.Serialize(document, document.GetType(), Options);
}
