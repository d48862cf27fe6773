using RestoreDrill.Core.GuardRails;
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
            ("guard rails", GuardRails(status.GuardRails, status.At)),
            ("incidents", Incidents(status.Incidents)));
        foreach (var database in status.Databases)
        {
            foreach (var run in database.Open)
            {
                report.Line($"open: {run.Id} {run.Database}, {run.Phase} for {Words.Span(status.At - run.PhaseSince)}: {run.Note}", Tone.Warning);
            }

            foreach (var red in database.Red.Except(status.GuardRails.Red))
            {
                report.Line($"red: {database.Database}: {red}", Tone.Bad);
            }

            foreach (var gone in database.Defects.Where(static defect => !defect.IsRed))
            {
                report.Line($"{Words.MadeGood(gone.Kind)} by now: {database.Database}: {gone.Defect}", Tone.Faint);
            }
        }

        foreach (var red in status.GuardRails.Red)
        {
            report.Line($"red: every database: {red}", Tone.Bad);
        }

        foreach (var same in Alike(status.GuardRails.NotHolding.Where(static trouble => !trouble.IsRed)))
        {
            report.Line(same[0].Sentence + (same.Count == 1 ? "" : $" The same of {string.Join(", ", same.Skip(1).Select(Name))}."), Tone.Warning);
        }

        foreach (var red in status.Red)
        {
            report.Line($"red: {red}", Tone.Bad);
        }

        report.Table(["When", "Incident", "Of", "What happened"], Alike(status.Incidents.Latest).Select(alike => Row(alike, status.At)), below: 1);
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

    private static Cell GuardRails(GuardRailStatus rails, DateTimeOffset now) => rails switch
    {
        { LookedAt: null, Holding: 0, NotHolding: [] } => new Cell("not looked at yet: `restoredrill guard` looks now", Tone.Warning),
        { NotHolding: [] } => new Cell($"all {rails.Holding} hold, {Looked(rails, now)}", Tone.Good),
        _ => new Cell($"{rails.Holding} hold{Named(rails, GuardRailState.Broken, "BROKEN")}{Named(rails, GuardRailState.NotCheckable, "not checkable")}; {Looked(rails, now)}; see runbooks/guard-rail-broken.md", Tone.Bad),
    };

    /// <summary>One refusal that keeps many from being checked is told once. Broken ones each let something else happen.</summary>
    private static IEnumerable<List<GuardRailTrouble>> Alike(IEnumerable<GuardRailTrouble> troubles) => troubles.GroupBy(
        static trouble => trouble.State == GuardRailState.NotCheckable ? GuardRailWords.Cause(trouble.Found) : $"{trouble.State} {Name(trouble)}", static (_, alike) => alike.ToList());

    private static string Name(GuardRailTrouble trouble) => GuardRailWords.Name(trouble.Id, trouble.Database);

    private static string Named(GuardRailStatus rails, GuardRailState state, string word)
    {
        var names = rails.NotHolding.Where(trouble => trouble.State == state).Select(Name).ToList();
        return names.Count == 0 ? "" : $", {names.Count} {word} ({string.Join(", ", names)})";
    }

    private static string Looked(GuardRailStatus rails, DateTimeOffset now) => rails.LookedAt is { } at ? $"looked at {Words.Ago(at, now)}" : "not all were looked at yet";

    private static Cell Scratch(IReadOnlyList<string>? left) => left switch
    {
        null => new Cell("not checked: the vault account could not be asked", Tone.Bad),
        [] => new Cell("none left behind", Tone.Good),
        _ => new Cell($"LEFT BEHIND: {string.Join(", ", left)}; see runbooks/scratch-left-behind.md", Tone.Bad),
    };
}
