using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RestoreDrill.CorruptionMatrix.Reporting;

/// <summary>Everything that was found, with the words of every check: <c>artifacts/corruption-matrix/</c>.</summary>
internal static class Artifacts
{
    public const string Folder = "artifacts/corruption-matrix";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The same, in one line.</summary>
    public static JsonSerializerOptions Line { get; } = new(Format) { WriteIndented = false };

    public static async Task WriteAsync(MatrixResult result, string table)
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "faults.json"), JsonSerializer.Serialize(result.Faults, Format));
        await File.WriteAllTextAsync(Path.Combine(Folder, "clean.json"), JsonSerializer.Serialize(result.Clean, Format));
        await File.WriteAllTextAsync(Path.Combine(Folder, "matrix.md"), table);
    }
}
