using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Commands;

/// <summary>Which exit code a finished run gives.</summary>
internal static class RunOutcomes
{
    /// <summary>A defect (something was left behind) keeps even a pass from exiting 0.</summary>
    public static int ExitCodeOf(Run run) => run.Outcome switch
    {
        RunOutcome.Fail or RunOutcome.Inconclusive => ExitCodes.DrillFailed,
        RunOutcome.Copied or RunOutcome.Pass when run.Defect is null => ExitCodes.Ok,
        _ => ExitCodes.Failed,
    };
}
