using System.Globalization;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Host.Reporting;

/// <summary>Times, counts and outcomes in words, the same in every verb.</summary>
internal static class Words
{
    private const string LeftBehind = "left behind";
    private const string MissingInBucket = "missing in the bucket";

    /// <summary>A span in its two largest units, for example <c>2 d 03 h</c>, <c>4 min 10 s</c>, <c>0.8 s</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Days} d {span.Hours:00} h"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Hours} h {span.Minutes:00} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min {span.Seconds:00} s"),
        { TotalSeconds: >= 10 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalSeconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, span.TotalSeconds):0.0} s"),
    };

    /// <summary>A moment, UTC, to the second.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>How long ago, counted by this machine's clock.</summary>
    public static string Ago(DateTimeOffset moment, DateTimeOffset now) => Span(now - moment) + " ago";

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Share(double share) => (Math.Floor(share * 1000) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary><c>1 problem</c>, <c>2 problems</c>.</summary>
    public static string Of(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    public static string Kind(RunKind kind) => kind switch
    {
        RunKind.Copy => "copy run",
        RunKind.Drill => "drill",
        RunKind.Restore => "emergency restore",
        _ => kind.ToString(),
    };

    public static string Incident(IncidentKind kind) => kind switch
    {
        IncidentKind.CopyMissed => "copy missed",
        IncidentKind.DrillMissed => "drill missed",
        IncidentKind.Refused => "run refused",
        IncidentKind.RecurringRestored => "job registered again",
        IncidentKind.RunTakenUp => "run taken up again",
        IncidentKind.ScratchRemoved => "scratch instance removed",
        IncidentKind.ScratchLeft => "scratch instance left",
        IncidentKind.GuardRailBroken => "guard rail broken",
        _ => kind.ToString(),
    };

    /// <summary>What a finished run's defect is: something of it is still there that should be gone, something is not in the store of facts that should be, or both.</summary>
    public static string Defect(Run run) => DepositStand.Of(run) switch
    {
        null or { IsComplete: true } => LeftBehind,
        { Ending.Defect: null } => MissingInBucket,
        _ => $"{LeftBehind}, and {MissingInBucket}",
    };

    /// <summary>A kind of defect that is none any more.</summary>
    public static string MadeGood(string defect) => defect switch
    {
        LeftBehind => "gone",
        MissingInBucket => "in the bucket",
        _ => "gone, and in the bucket,",
    };

    /// <summary>The outcome as the design names it; an open run has none.</summary>
    /// <param name="run">The run.</param>
    /// <param name="revoked">Whether the proof of its copy is revoked.</param>
    public static Cell Outcome(Run run, bool revoked) => run.Outcome is { } outcome ? Outcome(outcome, revoked) : new Cell("open", Tone.Warning);

    /// <summary>An outcome; a pass whose proof is revoked counts no more.</summary>
    public static Cell Outcome(RunOutcome outcome, bool revoked) => outcome switch
    {
        RunOutcome.Pass when revoked => new Cell("Pass, revoked", Tone.Bad),
        RunOutcome.Copied => new Cell("Copied", Tone.Good),
        RunOutcome.Pass => new Cell("Pass", Tone.Good),
        var other => new Cell(other.ToString(), Tone.Bad),
    };

    /// <summary>What a copy is worth; in capitals what speaks against it.</summary>
    public static Cell Standing(CopyStanding standing) => standing switch
    {
        CopyStanding.Proven => new Cell("proven", Tone.Good),
        CopyStanding.Unproven => new Cell("unproven", Tone.Warning),
        CopyStanding.NotKnown => new Cell("NOT KNOWN", Tone.Bad),
        CopyStanding.Failed => new Cell("FAILED", Tone.Bad),
        _ => new Cell("REVOKED", Tone.Bad),
    };

    /// <summary>What a verdict's level says.</summary>
    public static string Level(string? level) => level switch
    {
        "restores" => "restores",
        "unchanged" => "unchanged since the first drill",
        "matches-source" => "matches its source",
        null => "-",
        _ => level,
    };
}
