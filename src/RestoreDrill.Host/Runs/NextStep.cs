using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Host.Runs;

/// <summary>What a person does after a run.</summary>
internal static class NextStep
{
    /// <param name="run">The run.</param>
    /// <param name="revocation">The revocation of the proof of its copy; null: there is none.</param>
    public static string After(Run run, Revocation? revocation) => run switch
    {
        { FinishedAt: null, Kind: RunKind.Copy } => $"The run is open; if nobody drives it, `restoredrill copy {run.Database}` goes on with it.",
        { FinishedAt: null } => $"The drill is open; if nobody drives it, `restoredrill drill {run.Database}` goes on with it.",
        { Defect: not null } => "Clear up what was left behind (see above); the outcome stands. `restoredrill status` is red until it is gone.",
        { Outcome: RunOutcome.Copied or RunOutcome.Pass } when revocation is not null =>
            $"The proof of this copy is revoked: do not rely on it, and keep it. Follow runbooks/drill-failed.md, \"A proof that was revoked\": `restoredrill copy {run.Database}`, then `restoredrill drill {run.Database}`.",
        { Outcome: RunOutcome.Copied } => $"Prove the copy: `restoredrill drill {run.Database}`.",
        { Outcome: RunOutcome.Failed } => $"Mend the cause named in the summary, then `restoredrill copy {run.Database}`. Earlier copies are untouched.",
        { Outcome: RunOutcome.Pass } => Warns(run) ? "Look at what the summary warns of; the copy is proven all the same." : "Nothing.",
        { Outcome: RunOutcome.Fail } => $"Keep the copy as it is and follow runbooks/drill-failed.md. See whether older copies are well: `restoredrill drill {run.Database} --random`.",
        { Outcome: RunOutcome.Inconclusive } => $"Nothing was proven. Mend the cause named in the summary, then `restoredrill drill {run.Database}`.",
        _ => "Nothing is known of this outcome; look at the history.",
    };

    private static bool Warns(Run drill) => CanonicalJson.Read<DrillState>(drill.State).Verdict?.Checks.Any(static check => check.Warns) == true;
}
