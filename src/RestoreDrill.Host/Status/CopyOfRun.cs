using System.Text.Json;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Status;

/// <summary>Which copy a copy run made, or a drill was of.</summary>
internal static class CopyOfRun
{
    private static readonly string CopyName = JsonNamingPolicy.CamelCase.ConvertName(nameof(DrillState.CopyName));

    /// <summary>
    /// Takes only this member, which both kinds have, out of the run's state: status looks at every run there ever was, and must tell of those that another
    /// version wrote, too. Null: the drill ended before it had chosen, the copy run before there was a copy.
    /// </summary>
    public static string? NameOf(Run run)
    {
        using var state = JsonDocument.Parse(run.State);
        return state.RootElement.TryGetProperty(CopyName, out var name) ? name.GetString() : null;
    }
}
