using RestoreDrill.Core.Runs;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>The words of the page.</summary>
internal static class RunWords
{
    public static string Of(RunKind kind) => kind switch
    {
        RunKind.Copy => "Copy run",
        RunKind.Drill => "Drill",
        RunKind.Restore => "Emergency restore",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Copied => "Copied",
        RunOutcome.Failed => "Failed",
        RunOutcome.Pass => "Pass",
        RunOutcome.Fail => "Fail",
        RunOutcome.Inconclusive => "Inconclusive",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>The colour of an outcome; its word always stands beside it.</summary>
    public static string ToneOf(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Copied or RunOutcome.Pass => "good",
        RunOutcome.Inconclusive => "warn",
        _ => "bad",
    };

    public static string Of(PhaseStatus status) => status switch
    {
        PhaseStatus.Done => "done",
        PhaseStatus.Current => "now",
        PhaseStatus.Interrupted => "to be gone on with",
        PhaseStatus.ToCome => "to come",
        PhaseStatus.PassedOver => "passed over",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(RunEventKind kind) => kind switch
    {
        RunEventKind.Phase => "phase",
        RunEventKind.Call => "call",
        RunEventKind.Observed => "observed",
        RunEventKind.Warning => "warning",
        RunEventKind.Trouble => "trouble",
        RunEventKind.Failure => "failure",
        RunEventKind.Conclusion => "conclusion",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
