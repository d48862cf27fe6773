using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>Says where a document stops being JSON.</summary>
internal static class JsonMistake
{
    public static string Describe(JsonException exception)
    {
        // System.Text.Json counts from 0 and appends its own "LineNumber: ... | BytePositionInLine: ...".
        var message = exception.Message.Split(" LineNumber:")[0];
        return exception.LineNumber is { } line
            ? $"The document is not valid JSON at line {line + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}: {Printable.Of(message)}"
            : $"The document is not valid JSON: {Printable.Of(message)}";
    }
}
