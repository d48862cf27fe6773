using RestoreDrill.Core.Json;
using RestoreDrill.Core.SelfTests;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Runs;

/// <summary>For people: how a drill tested itself.</summary>
internal static class SelfTestReport
{
    /// <summary>Adds nothing where it is not decided whether the drill does.</summary>
    public static Report SelfTest(this Report report, SelfTestStand? stand) => stand is null ? report : report
        .Heading("Self-test")
        .Facts(
            (stand.IsDue ? "tested itself" : "not made", new Cell(stand.Why)),
            ("begun", stand.IsDue ? new Cell(Words.Moment(stand.BegunAt)) : (Cell?)null),
            ("finished", stand.FinishedAt is { } finished ? new Cell(Words.Moment(finished)) : stand.IsDue ? new Cell("no", Tone.Bad) : (Cell?)null),
            ("problem", stand.Problem is { } problem ? new Cell(problem, Tone.Bad) : (Cell?)null),
            ("missed before", stand.EarlierMiss is { } missed ? new Cell($"{missed}, by drill {stand.Earlier}", Tone.Bad) : (Cell?)null))
        .Faults(stand.Results);

    private static Report Faults(this Report report, IReadOnlyList<FaultResult> results) =>
        results.Count == 0 ? report : report.Table(["Damage", "Done to", "Found?", "By", "Why not"], results.Select(Row));

    private static IReadOnlyList<Cell> Row(FaultResult result) =>
    [
        CanonicalJson.Write(result.Fault).Trim('"'),
        result.Target?.ToString() ?? "-",
        result.Outcome switch
        {
            FaultOutcome.Caught => new Cell("found", Tone.Good),
            FaultOutcome.Missed => new Cell("MISSED", Tone.Bad),
            FaultOutcome.NotTried => new Cell("not tried", Tone.Faint),
            _ => new Cell("error", Tone.Bad),
        },
        string.Join(", ", result.SeenBy),
        result.Reason ?? "",
    ];
}
