using System.Text.Json.Nodes;
using RestoreDrill.EndToEnd.Tests.Setting;

namespace RestoreDrill.CorruptionMatrix.Sites;

/// <summary>What a drill said.</summary>
/// <param name="Outcome"><c>pass</c>, <c>fail</c>, <c>inconclusive</c>, or <c>none</c> where it came to no end.</param>
/// <param name="Sentence">The verdict in words, or why there is none.</param>
/// <param name="Checks">Its checks with their answers.</param>
/// <param name="Seconds">How long the command took.</param>
internal sealed record DrillVerdict(string Outcome, string Sentence, IReadOnlyList<CheckAnswer> Checks, double Seconds)
{
    /// <summary>Drills a copy by the command line.</summary>
    internal static async Task<DrillVerdict> OfAsync(Workbench workbench, string database, string copy)
    {
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            var result = await CommandLine.RunAsync(workbench, "drill", database, "--copy", copy, "--output", "json");
            var took = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            var drill = JsonNode.Parse(result.Output)?["drill"];
            return drill?["verdict"] is { } outcome
                ? new DrillVerdict((string)outcome!, (string?)drill["sentence"] ?? "", [.. drill["checks"]!.AsArray().Select(static check => CheckAnswer.Of(check!))], took)
                : new DrillVerdict("none", $"exit code {result.ExitCode}: {result.Everything}", [], took);
        }
        catch (TimeoutException late)
        {
            return new DrillVerdict("none", late.Message.Split('\n')[0], [], TimeProvider.System.GetElapsedTime(started).TotalSeconds);
        }
    }
}
