using System.Text.Json;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Status;

/// <summary>Which copy a drill was of.</summary>
internal static class DrilledCopy
{
    private static readonly string CopyName = JsonNamingPolicy.CamelCase.ConvertName(nameof(DrillState.CopyName));

    /// <summary>
    /// Takes only this member out of the drill's state: status looks at every drill there ever was, and must tell of those that another
    /// version wrote, too. Null: the drill ended before it had chosen.
    /// </summary>
    public static string? NameOf(Run drill)
    {
        using var state = JsonDocument.Parse(drill.State);
        return state.RootElement.TryGetProperty(CopyName, out var name) ? name.GetString() : null;
    }
}
