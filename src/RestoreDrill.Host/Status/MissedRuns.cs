using System.Globalization;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Status;

/// <summary>Scheduled runs that did not begin and that no good run has made up for since.</summary>
internal static class MissedRuns
{
    private const string MomentForm = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>What is red of it, in one sentence; null: nothing is.</summary>
    /// <param name="incidents">Every incident, newest first.</param>
    /// <param name="kind">Which kind of run.</param>
    /// <param name="database">The protected database.</param>
    /// <param name="lastGood">Its latest run of this kind that ended well.</param>
    public static string? Judge(IEnumerable<Incident> incidents, RunKind kind, string database, Run? lastGood)
    {
        var missed = kind == RunKind.Copy ? IncidentKind.CopyMissed : IncidentKind.DrillMissed;
        var open = incidents
            .Where(incident => incident.Kind == missed && incident.Database == database)
            .Select(ScheduledAt)
            .Where(moment => !(lastGood?.FinishedAt > moment))
            .ToList();
        var then = kind == RunKind.Copy ? "none has come since; `restoredrill copy" : "none has passed since; `restoredrill drill";
        return open.Count switch
        {
            0 => null,
            1 => $"the {Words.Kind(kind)} of {Words.Moment(open[0])} was missed, and {then} {database}` makes up for it",
            var count => $"{Words.Count(count)} {Words.Kind(kind)}s were missed since {Words.Moment(open.Min())}, and {then} {database}` makes up for them",
        };
    }

    /// <summary>
    /// The scheduled moment, which ends the incident's key (see <see cref="Watch"/>). An incident may be recorded long after it, when the service is
    /// back, and after somebody has made up for the run.
    /// </summary>
    private static DateTimeOffset ScheduledAt(Incident incident) =>
        incident.Key.Length > MomentForm.Length
        && DateTimeOffset.TryParseExact(
            incident.Key[^MomentForm.Length..], MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : incident.At;
}
