using System.Text.Json.Nodes;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>How a command ended.</summary>
public sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public string Everything => Output + Errors;

    public JsonNode Json => JsonNode.Parse(Output)!;

    public CommandResult MustExit(int expected)
    {
        return ExitCode == expected
            ? this
            : throw new InvalidOperationException($"exit code {ExitCode}, expected {expected}\n--- output\n{Output}\n--- errors\n{Errors}");
    }
}
