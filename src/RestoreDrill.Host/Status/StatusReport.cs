using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Status;

/// <summary><c>status</c> for people.</summary>
internal static class StatusReport
{
    public static Report Of(InstallationStatus status)
    {
        var report = new Report().Table(
            ["Database", "Last copy", "Copies in vault", "Last proof", "Proven", "Last drill", "State"],
            status.Databases.Select(Row));
        report.Table(["Database", "Next copy", "Next drill"], status.Databases.Where(static database => database.Instance is not null).Select(database => Due(database, status.At)));
        report.Facts(
            ("snapshot quota", Quota(status.SnapshotQuota)),
            ("scratch instances", Scratch(status.LeftScratchInstances)),
            ("incidents", Incidents(status.Incidents)));
        report.Table(["When", "Incident", "Of", "What happened"], Alike(status.Incidents.Latest).Select(alike => Row(alike, status.At)), below: 1);
        foreach (var database in status.Databases)
        {
            foreach (var run in database.Open)
            {
                report.Line($"open: {run.Id} {run.Database}, {run.Phase} for {Words.Span(status.At - run.PhaseSince)}: {run.Note}", Tone.Warning);
            }

            foreach (var red in database.Red)
            {
                report.Line($"red: {database.Database}: {red}", Tone.Bad);
            }

            foreach (var gone in database.Defects.Where(static defect => !defect.IsRed))
            {
                report.Line($"gone by now: {database.Database}: {gone.Defect}", Tone.Faint);
            }
        }

        foreach (var red in status.Red)
        {
            report.Line($"red: {red}", Tone.Bad);
        }

        return status.IsRed
            ? report.Line("Red. `restoredrill explain <run>` tells the history of a run.", Tone.Bad)
            : report.Line("All well.", Tone.Good);
    }

    private static IReadOnlyList<Cell> Row(DatabaseStatus database) =>
    [
        database.Database,
        Age(database.LastCopyAgeSeconds),
        database.CopiesInVault is { } copies ? new Cell(Words.Count(copies)) : new Cell("not checked", Tone.Warning),
        Age(database.LastProofAgeSeconds),
        database.LastProof is { } proof ? Words.Level(proof.Level) : "-",
        database.LastDrill is { Outcome: { } outcome } last ? Words.Outcome(outcome, last.Revocation is not null) : new Cell("-"),
        State(database),
    ];

    private static IReadOnlyList<Cell> Due(DatabaseStatus database, DateTimeOffset now) => [database.Database, Due(database.NextCopy, now), Due(database.NextDrill, now)];

    private static Cell Due(NextRun? next, DateTimeOffset now) => next is null
        ? new Cell("not scheduled", Tone.Faint)
        : new Cell($"in {Words.Span(next.Due - now)}, {Words.Moment(next.Due)}{(next.HeldBack ? ", held back by a blackout" : "")}");

    /// <summary>What happened to one thing again and again is one row: ten long sentences that differ in a time are read by nobody.</summary>
    private static IEnumerable<List<IncidentDocument>> Alike(IReadOnlyList<IncidentDocument> incidents) =>
        incidents.GroupBy(static incident => (incident.Kind, incident.Subject), static (_, alike) => alike.ToList());

    private static IReadOnlyList<Cell> Row(List<IncidentDocument> alike, DateTimeOffset now)
    {
        var newest = alike[0];
        var missed = newest.Kind is IncidentKind.CopyMissed or IncidentKind.DrillMissed;
        return
        [
            Words.Ago(newest.At, now),
            new Cell(Words.Incident(newest.Kind) + (alike.Count > 1 ? $", {alike.Count} times" : ""), missed ? Tone.Bad : Tone.Warning),
            newest.Subject,
            newest.Message,
        ];
    }

    private static Cell Incidents(IncidentStatus incidents) => incidents switch
    {
        { Latest: [] } => new Cell($"none in the last {IncidentStatus.Days} days", Tone.Good),
        { LeftOut: 0 } => new Cell($"{incidents.Latest.Count} in the last {IncidentStatus.Days} days", Tone.Warning),
        _ => new Cell($"{Words.Count(incidents.Latest.Count + incidents.LeftOut)} in the last {IncidentStatus.Days} days, the newest {incidents.Latest.Count} below", Tone.Warning),
    };

    private static Cell State(DatabaseStatus database) => database switch
    {
        { Red.Count: > 0 } => new Cell("red", Tone.Bad),
        { Instance: null } => new Cell("not configured", Tone.Warning),
        { Open: [var open, ..] } => new Cell($"{open.Kind.ToString().ToLowerInvariant()} open", Tone.Warning),
        _ => new Cell("well", Tone.Good),
    };

    private static Cell Age(double? seconds) => seconds is { } age ? new Cell(Words.Span(TimeSpan.FromSeconds(age)) + " ago") : new Cell("never", Tone.Bad);

    private static Cell Quota(QuotaStatus quota) => quota.Quota is { } known
        ? new Cell(known.ToString(), known.IsRed ? Tone.Bad : Tone.Good)
        : new Cell($"not checked: {quota.NotChecked}", Tone.Bad);

    private static Cell Scratch(IReadOnlyList<string>? left) => left switch
    {
        null => new Cell("not checked: the vault account could not be asked", Tone.Bad),
        [] => new Cell("none left behind", Tone.Good),
        _ => new Cell($"LEFT BEHIND: {string.Join(", ", left)}; see runbooks/scratch-left-behind.md", Tone.Bad),
    };
}
