using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Runs;

/// <summary>A run for people: the parts that <c>copy</c>, <c>drill</c> and <c>explain</c> show.</summary>
internal static class RunReport
{
    /// <summary>Which run, how it ended, whether that counts still, what was left.</summary>
    public static Report Header(this Report report, RunDetails details, DateTimeOffset now)
    {
        var (run, revocation) = (details.Run, details.Revocation);
        var took = (run.FinishedAt ?? now) - run.CreatedAt;
        return report
            .Facts(
                (Words.Kind(run.Kind), run.Id.Value),
                ("database", run.Database),
                ("asked by", $"{run.Trigger}, {Words.Moment(run.CreatedAt)}"),
                (run.FinishedAt is null ? "open since" : "took", Words.Span(took)),
                ("phase", run.FinishedAt is null ? new Cell($"{run.Phase}: {run.Note}", Tone.Warning) : (Cell?)null),
                ("outcome", Words.Outcome(run, revocation is not null)),
                ("level", run.Kind != RunKind.Copy && run.FinishedAt is not null ? new Cell(Words.Level(run.Level)) : (Cell?)null),
                ("summary", run.Summary is { } summary ? new Cell(summary) : (Cell?)null),
                ("revoked", revocation is null ? (Cell?)null : new Cell($"the proof of the copy, {Words.Moment(revocation.RecordedAt)}: {revocation.Reason}", Tone.Bad)),
                (Words.Defect(run), run.Defect is { } defect ? new Cell(defect, Tone.Bad) : (Cell?)null));
    }

    /// <summary>What the run found out, by kind.</summary>
    public static Report Findings(this Report report, RunDetails details) => details switch
    {
        { Copy: { } copy } => report.Copy(copy),
        { Drill: { } drill } => report.Drill(drill, details),
        _ => report,
    };

    /// <summary>What to do now.</summary>
    public static Report Next(this Report report, RunDetails details, Func<IEnumerable<string>, string> command) =>
        report.Heading("Next").Line(NextStep.After(details.Run, details.Revocation, command));

    private static Report Copy(this Report report, CopyState state) => report.Facts(
        ("copy", Given(state.CopyName)),
        ("copy ARN", Given(state.CopyArn)),
        ("data of", state.Facts is { } facts ? new Cell(Words.Moment(facts.DataTime)) : (Cell?)null),
        ("snapshot took", Took(state.SnapshotAvailableAt - state.SnapshotAskedAt)),
        ("copying took", Took(state.CopyAvailableAt - state.CopyAskedAt)),
        ("lock", state.Lock),
        ("stays until", Until(state.DeleteAt)));

    private static Report Drill(this Report report, DrillState state, RunDetails details)
    {
        var times = state.Times;
        report.Facts(
            ("copy", state.CopyName is { } copy ? new Cell(state.Plan is null ? $"{copy} ({Selection(state)})" : $"{copy} (as planned)") : (Cell?)null),
            ("data of", times.DataTime is { } data ? new Cell(Words.Moment(data)) : (Cell?)null),
            ("RPO", Took(times.RecoveryPointAge)),
            ("accepted after", Took(times.ToAccepted)),
            ("available after", Took(times.ToAvailable)),
            ("first correct answer after", Took(times.ToFirstAnswer)),
            ("fully read after", Took(times.ToFullyRead)),
            ("handed over after", Took(times.ToHandedOver)),
            ("RTO target", Rto(state)),
            ("against the source", state.Verdict is { } verdict ? new Cell(verdict.AgainstSource) : (Cell?)null),
            ("against earlier copies", state.Verdict?.AgainstEarlier is { } earlier ? new Cell(earlier) : (Cell?)null),
            ("lock", state.Lock),
            ("stays until", Until(state.DeleteAt)),
            ("guard rails", state.GuardRails is { } rails ? GuardRails(rails) : (Cell?)null));
        if (state.Verdict is { Checks.Count: > 0 })
        {
            report.Heading("Checks").Table(["Check", "Answer", "Expected", "Found"], state.Verdict.Checks.Select(Check));
        }

        report.Source(SourceProof.Of(details)).Chain(state.Chain, details.Compared).SelfTest(state.SelfTest);
        var coverage = Coverage.Of(state, details.Readings);
        if (coverage.Count > 0)
        {
            report.Heading("Databases").Table(["Database", "Relations read", "Rows read", "Rows not judged", "Read"], coverage.Select(Covered));
        }

        if (state.Inventory is { Hazards.Count: > 0 } inventory)
        {
            report.Heading("Hazards in the restored data").Table(
                ["Database", "Kind", "Name", "Detail"],
                inventory.Hazards.Select(static hazard => (IReadOnlyList<Cell>)[hazard.Database, hazard.Kind, hazard.Name, hazard.Detail]));
        }

        return report;
    }

    private static IReadOnlyList<Cell> Check(CheckResult check) =>
    [
        check.Id,
        check.Outcome switch
        {
            CheckOutcome.Passed => new Cell("passed", Tone.Good),
            CheckOutcome.NotAvailable => new Cell("not available", Tone.Warning),
            CheckOutcome.TimedOut => new Cell("timed out", Tone.Bad),
            CheckOutcome.Errored => new Cell("error", Tone.Bad),
            _ when check.Warns => new Cell("warning", Tone.Warning),
            _ => new Cell("failed", Tone.Bad),
        },
        check.Expected,
        check.Found,
    ];

    private static IReadOnlyList<Cell> Covered(Coverage coverage) => coverage.Verified
        ?
        [
            coverage.Database,
            $"{coverage.RelationsRead} of {coverage.Relations}",
            Words.Count(coverage.RowsRead),
            new Cell(RowsNotJudged(coverage), coverage.RelationsNotJudged > 0 ? Tone.Warning : Tone.Plain),
            coverage switch
            {
                { RelationsNotJudged: > 0, RowsRead: 0 } => new Cell("not judged", Tone.Warning),
                { Share: null } => "empty",
                { RelationsOfUnknownSize: > 0, Share: { } share } => new Cell($"at most {Words.Share(share)}", Tone.Warning),
                { Share: { } share } => Words.Share(share),
            },
        ]
        : [coverage.Database, "-", "-", "-", new Cell($"not verified: {coverage.Reason}", Tone.Faint)];

    private static string RowsNotJudged(Coverage coverage) => coverage switch
    {
        { RelationsOfUnknownSize: 0 } => Words.Count(coverage.RowsNotJudged),
        { RowsNotJudged: 0 } => "unknown",
        _ => $"{Words.Count(coverage.RowsNotJudged)} and unknown",
    };

    private static string Selection(DrillState state) => state.Selection switch
    {
        CopySelection.Latest => $"the latest of {state.Candidates.Count}",
        CopySelection.Named => "named",
        _ => $"chosen by chance among {state.Candidates.Count}",
    };

    private static Cell? Given(string? text) => text is null ? (Cell?)null : new Cell(text);

    private static Cell? Took(TimeSpan? span) => span is { } known ? new Cell(Words.Span(known)) : (Cell?)null;

    private static Cell GuardRails(GuardRailFindings rails) =>
        new($"{GuardRailWords.Of(rails)}, {Words.Moment(rails.LookedAt)}", rails.Answers.All(static answer => answer.State == GuardRailState.Holds) ? Tone.Good : Tone.Bad);

    /// <summary>Whether a restore was as fast as it has to be; null: it is an ordinary drill, or there is no target.</summary>
    private static Cell? Rto(DrillState state)
    {
        if ((state.Rehearsal?.RtoTarget ?? state.Plan?.RtoTarget) is not { } target)
        {
            return null;
        }

        var words = Words.Span(target);
        return state.Times.ToFullyRead is not { } took ? new Cell($"{words}; not known whether it is met", Tone.Warning)
            : took <= target ? new Cell($"{words}: met", Tone.Good)
            : new Cell($"{words}: MISSED", Tone.Bad);
    }

    private static Cell? Until(DateTimeOffset? end) => end is { } known ? new Cell(Words.Moment(known)) : (Cell?)null;
}
