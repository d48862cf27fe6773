namespace RestoreDrill.Host.Status;

/// <summary>What a finished run left behind, or did not bring into the store of facts.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Defect">What it left.</param>
/// <param name="Kind">What that is, in the words of <see cref="Reporting.Words.Defect"/>.</param>
/// <param name="StillThere">False: it is made good by now; null: could not be looked at, and counts as there.</param>
internal sealed record DefectStatus(string Run, string Defect, string Kind, bool? StillThere)
{
    public bool IsRed => StillThere != false;
}
