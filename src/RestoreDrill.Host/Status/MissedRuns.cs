using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Status;

/// <summary>Scheduled runs that did not begin and that no good run has made up for since.</summary>
internal static class MissedRuns
{
    /// <summary>What is red of it, in one sentence; null: nothing is.</summary>
    /// <param name="incidents">Every incident, newest first.</param>
    /// <param name="kind">Which kind of run.</param>
    /// <param name="database">The protected database.</param>
    /// <param name="lastGood">Its latest run of this kind that ended well.</param>
    public static string? Judge(IEnumerable<Incident> incidents, RunKind kind, string database, Run? lastGood)
    {
        var missed = kind == RunKind.Copy ? IncidentKind.CopyMissed : IncidentKind.DrillMissed;
        var open = incidents.Where(incident => incident.Kind == missed && incident.Database == database && !(lastGood?.FinishedAt > incident.At)).ToList();
        var then = kind == RunKind.Copy ? "none has come since; `restoredrill copy" : "none has passed since; `restoredrill drill";
        return open switch
        {
            [] => null,
            [var one] => $"a {Words.Kind(kind)} was missed (recorded {Words.Moment(one.At)}), and {then} {database}` makes up for it",
            _ => $"{Words.Count(open.Count)} {Words.Kind(kind)}s were missed since {Words.Moment(open[^1].At)}, and {then} {database}` makes up for them",
        };
    }
}
