using System.Text.Json;
using Hangfire.Storage.Monitoring;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>
/// The run that a job says it has to do with: its parameter <c>Run</c>, or else <c>Run</c> in its result. Both are JSON, a text or an object
/// with such a member.
/// </summary>
internal static class JoinedRun
{
    private const string Name = "Run";

    /// <summary>Null: the job names none.</summary>
    public static RunId? Of(JobDetailsDto job)
    {
        if (job.Properties?.TryGetValue(Name, out var parameter) == true && Read(parameter) is { } named)
        {
            return named;
        }

        return (job.History ?? []).Select(static state => state.Data?.TryGetValue("Result", out var result) == true ? Read(result) : null)
            .FirstOrDefault(static run => run is not null);
    }

    private static RunId? Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return RunId.TryParse(TextOf(document.RootElement), out var id) ? id : null;
        }
        catch (JsonException)
        {
            // A job of somebody else's may keep anything under that name.
            return null;
        }
    }

    private static string? TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Object => element.EnumerateObject()
            .Where(static member => member.Name.Equals(Name, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind == JsonValueKind.String)
            .Select(static member => member.Value.GetString()).FirstOrDefault(),
        _ => null,
    };
}
