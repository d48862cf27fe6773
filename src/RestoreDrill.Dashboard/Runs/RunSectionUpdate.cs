using System.Globalization;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>What the script needs to bring the section up to date.</summary>
/// <param name="Open">Whether the run is still open.</param>
/// <param name="Phase">The phase it is in.</param>
/// <param name="Mark">Changes with every step that is saved.</param>
/// <param name="Body">HTML of the body.</param>
/// <param name="Rows">HTML of the history's new rows.</param>
/// <param name="Last">The place of the last event.</param>
internal sealed record RunSectionUpdate(bool Open, string Phase, string Mark, string Body, string Rows, long Last)
{
    /// <param name="view">The run.</param>
    /// <param name="after">The place of the last event that the page shows already.</param>
    public static RunSectionUpdate Of(RunView view, long after) => new(
        view.IsOpen,
        view.Run.Phase,
        view.Run.SavedAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
        RunSection.Body(view).ToString(),
        RunHistory.Rows(view.Events.Where(entry => entry.Sequence > after)).ToString(),
        Math.Max(view.Last, after));
}
