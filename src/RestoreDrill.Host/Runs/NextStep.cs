using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Host.Runs;

/// <summary>What a person does after a run.</summary>
internal static class NextStep
{
    private const string NotHandedOver = "Do not hand the new instance over before you know why: it and the copy stay as they are. Follow runbooks/emergency-restore.md.";

    /// <param name="run">The run.</param>
    /// <param name="revocation">The revocation of the proof of its copy; null: there is none.</param>
    /// <param name="command">The whole command line of a verb, with the configuration that the run was asked with.</param>
    public static string After(Run run, Revocation? revocation, Func<IEnumerable<string>, string> command) => run switch
    {
        { FinishedAt: null, Kind: RunKind.Copy } => $"The run is open; if nobody drives it, `{command(["copy", run.Database])}` goes on with it.",
        { FinishedAt: null, Kind: RunKind.Restore } => "The restore is open: `restoredrill restore run <plan>` goes on with it; only the person who confirmed it can.",
        { FinishedAt: null } => $"The drill is open; if nobody drives it, `{command(["drill", run.Database])}` goes on with it.",
        { Kind: RunKind.Restore, Defect: not null } when StateOf(run).HandOver is { IsGone: true } =>
            $"Find out who deleted the instance, and keep them from it. Then plan again: `{command(["restore", "plan", run.Database])}`; runbooks/emergency-restore.md.",
        { Kind: RunKind.Restore, Defect: not null, Outcome: RunOutcome.Pass } when StateOf(run).HandOver is { HandedOverAt: not null } =>
            "Give it a master password by the command above. Then work through the hand-over with runbooks/emergency-restore.md, line by line.",
        { Kind: RunKind.Restore, Defect: not null } => NotHandedOver,
        { Defect: not null, Outcome: RunOutcome.Fail } =>
            $"Keep the copy as it is and follow runbooks/drill-failed.md. Then clear up what was left behind or is missing (see above): `{command(["status"])}` is red until that is done.",
        { Defect: not null } => $"Clear up what was left behind or is missing (see above); the outcome stands. `{command(["status"])}` is red until that is done.",
        { Outcome: RunOutcome.Copied or RunOutcome.Pass } when revocation is not null =>
            $"The proof of this copy is revoked: do not rely on it, and keep it. Follow runbooks/drill-failed.md, \"A proof that was revoked\": `{command(["copy", run.Database])}`, then `{command(["drill", run.Database])}`.",
        { Outcome: RunOutcome.Copied } => $"Prove the copy: `{command(["drill", run.Database])}`.",
        { Outcome: RunOutcome.Failed } => $"Mend the cause named in the summary, then `{command(["copy", run.Database])}`. Earlier copies are untouched.",
        { Kind: RunKind.Restore, Outcome: RunOutcome.Pass } => "Work through the hand-over with runbooks/emergency-restore.md, line by line. Once RestoreDrill's store is back, `restoredrill runs import <journal>` takes this restore into it.",
        { Kind: RunKind.Restore, Outcome: RunOutcome.Fail or RunOutcome.Inconclusive } => NotHandedOver,
        { Outcome: RunOutcome.Pass } => Warns(run) ? "Look at what the summary warns of; the copy is proven all the same." : "Nothing.",
        { Outcome: RunOutcome.Fail } when UnansweredChecks(run) is [_, ..] checks =>
            $"Look at the SQL of {string.Join(", ", checks)} first: it could not be answered, and nothing else failed. `{command(["config", "check"])}` tells what is wrong with it; correct it, then `{command(["drill", run.Database, "--copy", StateOf(run).CopyName!])}`. If the SQL is right, follow runbooks/drill-failed.md.",
        { Outcome: RunOutcome.Fail } => $"Keep the copy as it is and follow runbooks/drill-failed.md. See whether older copies are well: `{command(["drill", run.Database, "--random"])}`.",
        { Outcome: RunOutcome.Inconclusive } when StateOf(run).IsContradicted =>
            $"The copy is not proven, and stays so however often it is drilled: it and an earlier one contradict each other. Keep both. Follow runbooks/drill-failed.md, \"A proof that was revoked\": make a fresh copy, `{command(["copy", run.Database])}`, then `{command(["drill", run.Database])}`.",
        { Outcome: RunOutcome.Inconclusive } => $"The copy does not count as proven. Mend the cause named in the summary, then `{command(["drill", run.Database])}`.",
        _ => "Nothing is known of this outcome; look at the history.",
    };

    /// <summary>The user's own checks that errored, where nothing else failed the drill; otherwise none.</summary>
    private static List<string> UnansweredChecks(Run drill)
    {
        var failed = (StateOf(drill).Verdict?.Checks ?? [])
            .Where(static check => check.Outcome is CheckOutcome.Failed or CheckOutcome.Errored && !check.Warns && check.Id != "self-test").ToList();
        return failed.TrueForAll(static check => check.Outcome == CheckOutcome.Errored && check.Id.StartsWith("user:", StringComparison.Ordinal))
            ? [.. failed.Select(static check => check.Id)]
            : [];
    }

    private static DrillState StateOf(Run drill) => CanonicalJson.Read<DrillState>(drill.State);

    private static bool Warns(Run drill) => StateOf(drill).Verdict?.Checks.Any(static check => check.Warns) == true;
}
