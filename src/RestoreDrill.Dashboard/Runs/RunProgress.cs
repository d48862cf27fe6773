using System.Globalization;
using System.Text.RegularExpressions;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>How far the phase is that a run is in. There is none where nobody can say.</summary>
/// <param name="Done">So much of it is done.</param>
/// <param name="Total">Of so much.</param>
/// <param name="Text">The same in words.</param>
internal sealed partial record RunProgress(int Done, int Total, string Text)
{
    private static readonly string[] CopyWaits = [CopyPhases.WaitingForSnapshot, CopyPhases.WaitingForReencryption, CopyPhases.WaitingForCopy];

    /// <summary>A drill and an emergency restore tell the relations they have read, a copy run the percentage that AWS told last; null: nothing to tell.</summary>
    /// <exception cref="InvalidDataException">The run's state was written by another version of RestoreDrill.</exception>
    public static RunProgress? Of(Run run)
    {
        if (run.FinishedAt is not null)
        {
            return null;
        }

        if (run is { Kind: RunKind.Drill or RunKind.Restore, Phase: DrillPhases.Reading or DrillPhases.AskingChecks or DrillPhases.TakingControl })
        {
            return OfReading(CanonicalJson.Read<DrillState>(run.State));
        }

        return CopyWaits.Contains(run.Phase) && run.Note is { } note && Percentage().Match(note) is { Success: true } match
            && int.Parse(match.ValueSpan[..^2], CultureInfo.InvariantCulture) is var percent and <= 100
                ? new RunProgress(percent, 100, FormattableString.Invariant($"{percent} %, says AWS"))
                : null;
    }

    private static RunProgress? OfReading(DrillState state)
    {
        if (state.Inventory is not { Relations: { Count: > 0 } relations })
        {
            return null;
        }

        var done = Math.Min(state.RelationsDone, relations.Count);
        return new RunProgress(done, relations.Count, FormattableString.Invariant($"{done} of {relations.Count} relations are read"));
    }

    [GeneratedRegex(@"\b\d{1,3} %", RegexOptions.CultureInvariant)]
    private static partial Regex Percentage();
}
