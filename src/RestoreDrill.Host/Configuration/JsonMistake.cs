using System.Text.Json;

namespace RestoreDrill.Host.Configuration;

/// <summary>Says where a configuration file stops being JSON.</summary>
internal static class JsonMistake
{
    public static string Describe(Exception exception)
    {
        var innermost = exception;
        while (innermost is not JsonException && innermost.InnerException is { } inner)
        {
            innermost = inner;
        }

        return innermost switch
        {
            // System.Text.Json counts from 0 and appends its own "LineNumber: ... | BytePositionInLine: ..."; editors count from 1.
            JsonException { LineNumber: { } line } mistake =>
                $"the file is not valid JSON at line {line + 1}, position {(mistake.BytePositionInLine ?? 0) + 1}: {mistake.Message.Split(" LineNumber:")[0]}",
            JsonException or FormatException => $"the file is not valid JSON: {innermost.Message}",
            _ => $"the file cannot be read: {innermost.Message}",
        };
    }
}
