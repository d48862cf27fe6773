namespace RestoreDrill.Host.Status;

/// <summary>What a finished run left behind.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Defect">What it left.</param>
/// <param name="StillThere">False: it is gone by now; null: could not be looked at, and counts as there.</param>
internal sealed record DefectStatus(string Run, string Defect, bool? StillThere)
{
    public bool IsRed => StillThere != false;
}
